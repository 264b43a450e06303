//! Opens what is to be read: a file or a reader, packed with gzip or not.

use flate2::bufread::MultiGzDecoder;
use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

/// Counts the bytes read from disk.
struct Counted<R> {
    input: R,
    count: Arc<AtomicU64>,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.input.read(buffer)?;
        self.count.fetch_add(length as u64, Ordering::Relaxed);
        Ok(length)
    }
}

/// Opens a file.
pub(super) fn open(path: &Path, count: &Arc<AtomicU64>) -> io::Result<Box<dyn Read + Send>> {
    unpacked(File::open(path)?, count)
}

/// Unpacks what begins as a gzip file does, whatever its name is (RFC 1952, 2.3.1); several members one after the other are
/// one stream.
pub(super) fn unpacked(
    input: impl Read + Send + 'static,
    count: &Arc<AtomicU64>,
) -> io::Result<Box<dyn Read + Send>> {
    let mut input = Counted {
        input,
        count: Arc::clone(count),
    };
    let mut head = Vec::new();
    (&mut input).take(2).read_to_end(&mut head)?;
    let packed = head == [0x1f, 0x8b];
    let input = io::Cursor::new(head).chain(input);
    Ok(if packed {
        Box::new(MultiGzDecoder::new(BufReader::with_capacity(
            64 << 10,
            input,
        )))
    } else {
        Box::new(input)
    })
}
