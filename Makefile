# make demo [FILE=telegram.txt]   the same program in Rust, C and Python
# make test                       every test of the three languages
# make soak [SECONDS=600] [TARGET=telegram]   the fuzz targets, as long as one likes
# make install PREFIX=/usr/local  header, libraries, pkg-config and CMake files for C

FILE ?= cable-core/tests/corpus/wellformed/sections-cut-a-sentence.txt
PREFIX ?= /usr/local
PYTHON ?= python3
SECONDS ?= 600

.PHONY: demo test soak install clean

demo:
	@.ci/demo "$(FILE)"

test:
	.ci/rust
	PYTHON=$(PYTHON) .ci/python

soak:
	SEED=0 .ci/fuzz $(SECONDS) $(TARGET)

install:
	cable-ffi/install.sh "$(PREFIX)"

clean:
	cargo clean
	rm -rf .venv
