//! Findings up to a limit.

use crate::diagnostic::{Code, Diagnostic, Sink};

/// What a reading finds; the finding that hits the limit says so.
pub(super) struct Findings {
    list: Vec<Diagnostic>,
    limit: usize,
}

impl Findings {
    /// Findings that go on from those made while the wrapping was taken off.
    pub(super) fn new(list: Vec<Diagnostic>, limit: usize) -> Self {
        Findings { list, limit }
    }

    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    /// Takes back what was found behind the first `len`.
    pub(super) fn truncate(&mut self, len: usize) {
        self.list.truncate(len);
    }

    pub(super) fn into_list(self) -> Vec<Diagnostic> {
        self.list
    }
}

impl Sink for Findings {
    fn report(&mut self, diagnostic: Diagnostic) {
        match self.list.len() + 1 {
            next if next < self.limit => {
                if self.list.len() == self.list.capacity() {
                    // Many findings are of one kind, at each line: growing seldom copies less.
                    self.list
                        .reserve((7 * self.list.len()).max(8).min(self.limit));
                }
                self.list.push(diagnostic);
            }
            next if next == self.limit => self.list.push(Diagnostic {
                code: Code::LimitReached,
                severity: Code::LimitReached.severity(),
                count: None,
                ..diagnostic
            }),
            _ => {}
        }
    }
}
