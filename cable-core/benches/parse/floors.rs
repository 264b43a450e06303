//! The floors: the least that has to be done with the bytes of each wrapping, by the library that does it.

use html5gum::{Emitter, State, Tokenizer};
use std::convert::Infallible;

/// A telegram: the position of every line feed.
pub(crate) fn lines(text: &[u8]) -> u64 {
    memchr::memchr_iter(b'\n', text).fold(0, |sum, at| sum ^ at as u64)
}

/// A page: its tokens, with an emitter that does nothing.
pub(crate) fn tokens(page: &[u8]) -> u64 {
    let tokens = Tokenizer::new_with_emitter(page, Nothing);
    tokens.map(|_| 1).sum()
}

/// A dump: its records.
pub(crate) fn records(dump: &[u8]) -> u64 {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .escape(Some(b'\\'))
        .from_reader(dump);
    let mut record = csv::ByteRecord::new();
    let mut sum = 0;
    while reader.read_byte_record(&mut record).unwrap_or(false) {
        sum += record.len() as u64;
    }
    sum
}

/// Takes what the tokenizer tells and drops it.
struct Nothing;

impl Emitter for Nothing {
    type Token = Infallible;

    fn set_last_start_tag(&mut self, _: Option<&[u8]>) {}
    fn emit_eof(&mut self) {}
    fn emit_error(&mut self, _: html5gum::Error) {}
    fn should_emit_errors(&mut self) -> bool {
        false
    }
    fn pop_token(&mut self) -> Option<Infallible> {
        None
    }
    fn emit_string(&mut self, _: &[u8]) {}
    fn init_start_tag(&mut self) {}
    fn init_end_tag(&mut self) {}
    fn init_comment(&mut self) {}
    fn emit_current_tag(&mut self) -> Option<State> {
        None
    }
    fn emit_current_comment(&mut self) {}
    fn emit_current_doctype(&mut self) {}
    fn set_self_closing(&mut self) {}
    fn set_force_quirks(&mut self) {}
    fn push_tag_name(&mut self, _: &[u8]) {}
    fn push_comment(&mut self, _: &[u8]) {}
    fn push_doctype_name(&mut self, _: &[u8]) {}
    fn init_doctype(&mut self) {}
    fn init_attribute(&mut self) {}
    fn push_attribute_name(&mut self, _: &[u8]) {}
    fn push_attribute_value(&mut self, _: &[u8]) {}
    fn set_doctype_public_identifier(&mut self, _: &[u8]) {}
    fn set_doctype_system_identifier(&mut self, _: &[u8]) {}
    fn push_doctype_public_identifier(&mut self, _: &[u8]) {}
    fn push_doctype_system_identifier(&mut self, _: &[u8]) {}
    fn current_is_appropriate_end_tag_token(&mut self) -> bool {
        false
    }
}
