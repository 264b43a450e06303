#!/bin/sh
# Builds the C library and installs header, libraries, pkg-config file and CMake config.
# usage: [DESTDIR=…] [PROFILE=release] install.sh PREFIX
set -eu

[ $# -eq 1 ] || { echo "usage: install.sh PREFIX" >&2; exit 2; }
case $1 in
    /*) prefix=${1%/} ;;
    *) prefix=$PWD/${1%/} ;;
esac
to=${DESTDIR:-}$prefix
profile=${PROFILE:-release}
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/.."

version=$(cargo pkgid -p cable-ffi | sed 's/.*[#@]//')
minor=${version%.*}
target=${CARGO_TARGET_DIR:-target}
case $profile in dev) built=$target/debug ;; *) built=$target/$profile ;; esac

# Before 1.0 the name that programs are bound to holds the minor version too.
case $(uname -s) in
    Darwin)
        soname=libcable.$minor.dylib shared=libcable.$version.dylib plain=libcable.dylib private="-lSystem -lc -lm"
        name="-C link-arg=-Wl,-install_name,$prefix/lib/$soname" ;;
    *)
        soname=libcable.so.$minor shared=libcable.so.$version plain=libcable.so
        private="-lgcc_s -lutil -lrt -lpthread -lm -ldl" name="-C link-arg=-Wl,-soname,$soname" ;;
esac

cargo rustc --quiet --locked -p cable-ffi --lib --profile "$profile" --crate-type staticlib
# shellcheck disable=SC2086 # two words
cargo rustc --quiet --locked -p cable-ffi --lib --profile "$profile" --crate-type cdylib -- $name

mkdir -p "$to/include" "$to/lib/pkgconfig" "$to/lib/cmake/cable"
install -m 644 include/cable.h "$to/include/cable.h"
install -m 644 "$built/libcable.a" "$to/lib/libcable.a"
install -m 755 "$built/$plain" "$to/lib/$shared"
ln -sf "$shared" "$to/lib/$soname"
ln -sf "$soname" "$to/lib/$plain"
fill() {
    sed -e "s|@PREFIX@|$prefix|g" -e "s|@VERSION@|$version|g" -e "s|@MAJOR_MINOR@|$minor|g" \
        -e "s|@SHARED@|$shared|g" -e "s|@SONAME@|$soname|g" -e "s|@PRIVATE@|$private|g" "cable-ffi/$1.in" >"$to/$2"
    chmod 644 "$to/$2"
}
fill cable.pc lib/pkgconfig/cable.pc
fill cable-config.cmake lib/cmake/cable/cable-config.cmake
fill cable-config-version.cmake lib/cmake/cable/cable-config-version.cmake
