//! [`Window`]: the part of a stream that is held in memory.

use std::io::{self, Read};

/// How much is read at once.
const CHUNK: usize = 256 << 10;

/// A stream of bytes that is looked at piece by piece.
pub(super) struct Window {
    input: Box<dyn Read + Send>,
    buffer: Vec<u8>,
    /// Where in `buffer` the window begins.
    start: usize,
    /// Where in the stream the window begins.
    offset: u64,
    ended: bool,
    fault: Option<io::Error>,
}

impl Window {
    pub(super) fn new(input: Box<dyn Read + Send>) -> Self {
        Window {
            input,
            buffer: Vec::new(),
            start: 0,
            offset: 0,
            ended: false,
            fault: None,
        }
    }

    /// What is held.
    pub(super) fn bytes(&self) -> &[u8] {
        &self.buffer[self.start..]
    }

    /// Where in the stream the held bytes begin.
    pub(super) fn offset(&self) -> u64 {
        self.offset
    }

    /// Whether nothing more comes: the stream ended or cannot be read on.
    pub(super) fn ended(&self) -> bool {
        self.ended
    }

    /// Whether the stream could not be read to its end, and [`Window::take_fault`] can tell why.
    pub(super) fn is_broken(&self) -> bool {
        self.fault.is_some()
    }

    /// Reads no more.
    pub(super) fn stop(&mut self) {
        self.ended = true;
    }

    /// Why the stream cannot be read on; told once.
    pub(super) fn take_fault(&mut self) -> Option<io::Error> {
        self.fault.take()
    }

    /// Reads more; false at the end.
    pub(super) fn fill(&mut self) -> bool {
        if self.ended {
            return false;
        }
        if self.start > 0 {
            self.buffer.drain(..self.start);
            self.start = 0;
        }
        let before = self.buffer.len();
        // Exactly, or a window at its limit would hold twice as much.
        self.buffer.reserve_exact(CHUNK.max(before / 8));
        let result = (&mut self.input)
            .take(CHUNK as u64)
            .read_to_end(&mut self.buffer);
        if let Err(error) = result {
            self.fault = Some(error);
            self.ended = true;
        }
        if self.buffer.len() == before {
            self.ended = true;
        }
        !self.ended
    }

    /// Reads until `length` bytes are held or the stream ends.
    pub(super) fn fill_to(&mut self, length: usize) {
        while self.bytes().len() < length && self.fill() {}
    }

    /// Takes the first `length` bytes out.
    pub(super) fn take(&mut self, length: usize) -> Vec<u8> {
        let taken = if length == self.buffer.len() {
            std::mem::take(&mut self.buffer)
        } else {
            let taken = self.bytes()[..length].to_vec();
            self.start += length;
            taken
        };
        self.offset += length as u64;
        taken
    }

    /// Leaves the first `length` bytes.
    pub(super) fn skip(&mut self, length: usize) {
        self.start += length;
        self.offset += length as u64;
    }
}
