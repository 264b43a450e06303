//! Builds the library and C programs with it.
#![allow(dead_code)]

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;
use std::{env, fs};

/// The root of the workspace.
pub(crate) fn root() -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    folder.parent().expect("a workspace").to_owned()
}

pub(crate) fn header() -> PathBuf {
    root().join("include/cable.h")
}

/// Runs a command that must succeed and gives its output.
pub(crate) fn run(command: &mut Command) -> String {
    let out = command
        .output()
        .unwrap_or_else(|error| panic!("{command:?}: {error}"));
    assert!(
        out.status.success(),
        "{command:?}: {}\n{}{}",
        out.status,
        String::from_utf8_lossy(&out.stdout),
        String::from_utf8_lossy(&out.stderr)
    );
    String::from_utf8(out.stdout).expect("UTF-8")
}

/// Where cargo puts what it builds: three folders above the test, `target/debug/deps/test`.
fn built() -> PathBuf {
    let test = env::current_exe().expect("a path");
    test.ancestors().nth(2).expect("target").to_owned()
}

/// The target folder, CARGO_TARGET_DIR respected.
pub(crate) fn target() -> PathBuf {
    built().parent().expect("target").to_owned()
}

/// The folder with the libraries, built first: `cargo test` makes neither the shared nor the static one.
pub(crate) fn libraries() -> PathBuf {
    static BUILT: OnceLock<()> = OnceLock::new();
    BUILT.get_or_init(|| {
        let profile = if cfg!(debug_assertions) {
            "dev"
        } else {
            "release"
        };
        let mut command = Command::new(env!("CARGO"));
        command
            .args([
                "build",
                "--quiet",
                "-p",
                "cable-ffi",
                "--lib",
                "--profile",
                profile,
            ])
            .arg("--target-dir")
            .arg(target())
            .current_dir(root());
        run(&mut command);
    });
    built()
}

pub(crate) fn shared_library() -> PathBuf {
    libraries().join(format!(
        "{}cable{}",
        env::consts::DLL_PREFIX,
        env::consts::DLL_SUFFIX
    ))
}

/// A folder for what a test builds.
pub(crate) fn scratch(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder).expect("folder");
    folder
}

/// Whether a tool is there that a machine with a C compiler need not have; `.ci/tools` sees to it that the gates have it.
pub(crate) fn has(tool: &str) -> bool {
    let found = Command::new(tool).arg("--version").output().is_ok();
    if !found {
        println!("SKIPPED: {tool} is not there");
    }
    found
}

/// The compiler named by an environment variable, else the usual one.
pub(crate) fn compiler(variable: &str, usual: &str) -> Command {
    Command::new(env::var_os(variable).unwrap_or_else(|| usual.into()))
}

/// Builds a C program against the static library.
pub(crate) fn build(source: &Path) -> PathBuf {
    let name = source.file_stem().expect("a name");
    let program = scratch("c").join(name);
    run(compiler("CC", "cc")
        .args([
            "-std=c11",
            "-Wall",
            "-Wextra",
            "-Wpedantic",
            "-Werror",
            "-g",
            "-I",
        ])
        .arg(root().join("include"))
        // Programs that tests write include what those of the folder share.
        .arg("-I")
        .arg(root().join("cable-ffi/tests/c"))
        .arg(source)
        .arg(libraries().join("libcable.a"))
        .args([
            "-lgcc_s",
            "-lutil",
            "-lrt",
            "-lpthread",
            "-lm",
            "-ldl",
            "-o",
        ])
        .arg(&program));
    program
}

/// Telegrams: the corpus of the repository, those of these tests, and the corpus beside the checkout if it is there.
pub(crate) fn telegrams() -> Vec<PathBuf> {
    let mut found = Vec::new();
    let own = found.len();
    collect(&root().join("cable-core/tests/corpus"), &mut found);
    collect(&root().join("cable-ffi/tests/telegrams"), &mut found);
    assert!(found.len() > own, "no telegrams");
    for folder in ["telegrams", "page-text", "viewer-pages"] {
        let folder = root().join("../shared/corpus").join(folder);
        if folder.is_dir() {
            collect(&folder, &mut found);
        } else {
            println!("SKIPPED: {} is not there", folder.display());
        }
    }
    found
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.expect("entry").path())
        .collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            collect(&path, found);
        } else if path
            .extension()
            .is_some_and(|ending| ["txt", "html", "csv"].iter().any(|known| ending == *known))
        {
            found.push(path);
        }
    }
}
