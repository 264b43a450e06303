# make demo [FILE=telegram.txt]   the same program in Rust, C and Python
# make test                       every test of the three languages
# make install PREFIX=/usr/local  header, libraries, pkg-config and CMake files for C

FILE ?= cable-core/tests/corpus/wellformed/sections-cut-a-sentence.txt
PREFIX ?= /usr/local
PYTHON ?= python3

.PHONY: demo test install clean

demo:
	@.ci/demo "$(FILE)"

test:
	.ci/rust
	PYTHON=$(PYTHON) .ci/python

install:
	cable-ffi/install.sh "$(PREFIX)"

clean:
	cargo clean
	rm -rf .venv
