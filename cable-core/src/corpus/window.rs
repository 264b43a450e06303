//! [`Window`]: the part of a stream that is held in memory.

use std::io::{self, Read};

/// How much is read at once.
const CHUNK: usize = 64 << 10;

/// The least size of the buffer: what is left of it is moved to its front only when it is full.
const MIN: usize = 512 << 10;

/// A member at least so long gets the buffer itself instead of a copy.
const LARGE: usize = 1 << 20;

/// A stream of bytes that is looked at piece by piece.
pub(super) struct Window {
    input: Box<dyn Read + Send>,
    buffer: Vec<u8>,
    /// The part of `buffer` that is held; what is behind it was written before, or is zero.
    start: usize,
    end: usize,
    /// Where in the stream the window begins.
    offset: u64,
    ended: bool,
    fault: Option<io::Error>,
}

impl Window {
    /// A window on `input`. The bytes of `buffer` do not matter, only that it need not be made again.
    pub(super) fn new(input: Box<dyn Read + Send>, buffer: Vec<u8>) -> Self {
        Window {
            input,
            buffer,
            start: 0,
            end: 0,
            offset: 0,
            ended: false,
            fault: None,
        }
    }

    /// The buffer, for the next window.
    pub(super) fn into_buffer(mut self) -> Vec<u8> {
        self.buffer.truncate(2 * LARGE);
        self.buffer.shrink_to(2 * LARGE);
        self.buffer
    }

    /// What is held.
    pub(super) fn bytes(&self) -> &[u8] {
        &self.buffer[self.start..self.end]
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
        if self.buffer.len() - self.end < CHUNK {
            self.buffer.copy_within(self.start..self.end, 0);
            self.end -= self.start;
            self.start = 0;
            let length = (self.end + CHUNK).max(MIN) + self.end / 8;
            if self.buffer.len() < self.end + CHUNK {
                // Exactly, or a window at its limit would hold twice as much.
                self.buffer.reserve_exact(length - self.buffer.len());
                self.buffer.resize(length, 0);
            }
        }
        loop {
            let room = self.end..self.end + CHUNK;
            match self.input.read(&mut self.buffer[room]) {
                Ok(0) => self.ended = true,
                Ok(length) => self.end += length,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => {
                    self.fault = Some(error);
                    self.ended = true;
                }
            }
            return !self.ended;
        }
    }

    /// Reads until `length` bytes are held or the stream ends.
    pub(super) fn fill_to(&mut self, length: usize) {
        while self.end - self.start < length && self.fill() {}
    }

    /// Takes the first `length` bytes out.
    pub(super) fn take(&mut self, length: usize) -> Vec<u8> {
        self.offset += length as u64;
        if length >= LARGE && self.start == 0 && length == self.end {
            let mut taken = std::mem::take(&mut self.buffer);
            taken.truncate(length);
            self.end = 0;
            return taken;
        }
        let taken = self.bytes()[..length].to_vec();
        self.start += length;
        taken
    }

    /// Leaves the first `length` bytes.
    pub(super) fn skip(&mut self, length: usize) {
        self.start += length;
        self.offset += length as u64;
    }
}
