//! [`Telegrams`]: parts a file of telegrams one after the other.

use super::borders::Borders;
use super::parted::Parted;
use super::unit::UnitKind;
use super::window::Window;

/// So much of a line is looked at.
const HEAD: usize = 1024;

/// Where the reading of a file is.
#[derive(Default)]
pub(super) struct Telegrams {
    borders: Borders,
    /// How much of the window was looked at.
    at: usize,
    /// The line at `at` was looked at; its end is searched for.
    inside: bool,
    /// Where a telegram began that is too large to be held.
    large: Option<u64>,
    /// Whether a border was met.
    pub(super) many: bool,
}

impl Telegrams {
    /// The next telegram; `None` at the end of the stream. What a stream that cannot be read on left of its last telegram
    /// stays in the window.
    pub(super) fn next(&mut self, window: &mut Window, limit: usize) -> Option<Parted> {
        loop {
            let bytes = window.bytes();
            let rest = &bytes[self.at..];
            if !self.inside && !rest.is_empty() {
                let head = &rest[..rest.len().min(HEAD)];
                let end = memchr::memchr2(b'\n', b'\r', head);
                if end.is_some() || head.len() == HEAD || window.ended() {
                    let head = &head[..end.unwrap_or(head.len())];
                    let place = window.offset() + self.at as u64;
                    self.inside = true;
                    if let Some(border) = self.borders.line(head, place) {
                        self.many = true;
                        let length = (border - window.offset()) as usize;
                        self.at -= length;
                        return Some(self.part(window, length));
                    }
                }
            }
            if self.inside {
                match memchr::memchr2(b'\n', b'\r', rest) {
                    Some(end) => {
                        self.at += end + 1;
                        self.inside = false;
                        continue;
                    }
                    None => self.at = bytes.len(),
                }
            }
            let held = bytes.len();
            if window.ended() {
                let rest = held > 0 && !window.is_broken() || self.large.is_some();
                self.at = 0;
                return rest.then(|| self.part(window, held));
            }
            if held > limit {
                self.large.get_or_insert(window.offset());
            }
            if self.large.is_some() {
                // What may begin the next telegram is kept.
                let keep = self
                    .borders
                    .pending()
                    .map_or(self.at, |place| (place - window.offset()) as usize)
                    .min(self.at);
                window.skip(keep);
                self.at -= keep;
            }
            window.fill();
        }
    }

    fn part(&mut self, window: &mut Window, length: usize) -> Parted {
        Parted::take(window, length, UnitKind::Telegram, self.large.take())
    }
}
