//! What `install.sh` installs can be found and linked, shared and static.

mod support;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use support::{compiler, root, run, scratch, target};

/// Installs into an empty folder.
fn install() -> PathBuf {
    let prefix = scratch("install").join("prefix");
    if prefix.exists() {
        fs::remove_dir_all(&prefix).expect("an empty folder");
    }
    run(Command::new(root().join("cable-ffi/install.sh"))
        .arg(&prefix)
        .env("PROFILE", "dev")
        .env("CARGO_TARGET_DIR", target()));
    prefix
}

fn pkg_config(prefix: &Path, arguments: &[&str]) -> Vec<String> {
    let out = run(Command::new("pkg-config")
        .args(arguments)
        .arg("cable")
        .env("PKG_CONFIG_PATH", prefix.join("lib/pkgconfig")));
    out.split_whitespace().map(str::to_owned).collect()
}

fn telegram() -> PathBuf {
    root().join("cable-ffi/tests/telegrams/viewer-text.txt")
}

#[test]
fn an_installed_library_is_found_and_linked() {
    if !support::has("pkg-config") {
        return;
    }
    let prefix = install();
    let example = root().join("examples/c/summary.c");
    let folder = scratch("install");
    assert_eq!(
        pkg_config(&prefix, &["--modversion"]),
        [env!("CARGO_PKG_VERSION")]
    );

    let shared = folder.join("shared");
    run(compiler("CC", "cc")
        .arg(&example)
        .args(pkg_config(&prefix, &["--cflags", "--libs"]))
        .arg("-o")
        .arg(&shared));
    let shared = run(Command::new(shared)
        .arg(telegram())
        .env("LD_LIBRARY_PATH", prefix.join("lib")));

    // The library alone, by its path: the linker takes the shared one where it finds both.
    let alone = folder.join("static");
    let flags = pkg_config(&prefix, &["--static", "--cflags", "--libs"]);
    run(compiler("CC", "cc")
        .arg(&example)
        .arg(prefix.join("lib/libcable.a"))
        .args(flags.iter().filter(|flag| *flag != "-lcable"))
        .arg("-o")
        .arg(&alone));
    let alone = run(Command::new(alone).arg(telegram()));
    assert_eq!(shared, alone);
    assert!(shared.starts_with("id: 09NORDHAVEN511\n"), "{shared}");

    if !support::has("cmake") {
        return;
    }
    let project = folder.join("project");
    fs::create_dir_all(&project).expect("folder");
    fs::write(
        project.join("CMakeLists.txt"),
        format!(
            "cmake_minimum_required(VERSION 3.10)\nproject(summary C)\nfind_package(cable 0.1 REQUIRED)\n\
             add_executable(shared {0})\ntarget_link_libraries(shared cable::cable)\n\
             add_executable(alone {0})\ntarget_link_libraries(alone cable::static)\n",
            example.display()
        ),
    )
    .expect("write");
    let built = project.join("built");
    run(Command::new("cmake")
        .arg("-S")
        .arg(&project)
        .arg("-B")
        .arg(&built)
        .arg(format!("-DCMAKE_PREFIX_PATH={}", prefix.display())));
    run(Command::new("cmake").arg("--build").arg(&built));
    for name in ["shared", "alone"] {
        assert_eq!(run(Command::new(built.join(name)).arg(telegram())), alone);
    }
}
