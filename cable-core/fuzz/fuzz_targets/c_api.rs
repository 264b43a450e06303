//! The C interface: a script of calls in any order, with any index, number and length that a caller may give. The first
//! 64 bytes are the script, the rest is the telegram.
#![no_main]

mod mutate;

use cable::*;
use libfuzzer_sys::{fuzz_mutator, fuzz_target};
use std::ffi::c_void;
use std::ptr;

/// Bytes of the script.
const SCRIPT: usize = 64;

/// What the calls work on: two documents, so that they may be freed in either order, and options that may be NULL.
struct State<'a> {
    telegram: &'a [u8],
    options: *mut cable_options,
    documents: [*mut cable_document; 2],
    /// Sums what is read, so that nothing is left out.
    seen: usize,
}

impl State<'_> {
    /// SAFETY: every pointer is NULL or alive, every length at most that of its bytes or refused before it is read.
    unsafe fn call(&mut self, operation: u8, argument: u8) {
        let which = usize::from(operation & 1);
        let document = self.documents[which];
        // Small numbers are in range, large ones are not.
        let index = match argument {
            255 => usize::MAX,
            254 => usize::try_from(isize::MAX).unwrap_or(0),
            small => usize::from(small),
        };
        let number = u32::try_from(index).unwrap_or(u32::MAX);
        let length = self.telegram.len() * usize::from(argument) / 255;
        let span = cable_span {
            start: number,
            end: number.wrapping_add(u32::from(operation)),
        };
        unsafe {
            match operation >> 1 {
                0..=15 => {
                    let mut error = ptr::null_mut();
                    let mut made = ptr::null_mut();
                    let data: *const c_void = match argument {
                        // NULL with a length is refused.
                        0 => ptr::null(),
                        _ => self.telegram.as_ptr().cast(),
                    };
                    let status = cable_document_parse(
                        data,
                        length.max(usize::from(argument == 0)),
                        self.options,
                        &mut made,
                        &mut error,
                    );
                    assert_eq!(status == cable_status::Ok, !made.is_null());
                    assert_eq!(status == cable_status::Ok, error.is_null());
                    if !error.is_null() {
                        self.see(cable_error_message(error));
                        self.see(cable_error_code(error));
                        cable_error_span(error);
                    }
                    cable_error_free(error);
                    if !made.is_null() {
                        cable_document_free(document);
                        self.documents[which] = made;
                    }
                }
                16..=17 => {
                    cable_document_free(document);
                    self.documents[which] = ptr::null_mut();
                }
                18 => {
                    cable_options_free(self.options);
                    self.options = match argument & 1 {
                        0 => ptr::null_mut(),
                        _ => cable_options_new(),
                    };
                }
                19 => drop(cable_options_set_format(self.options, number)),
                20 => drop(cable_options_set_assume_year(self.options, number)),
                21 => drop(cable_options_set_strict(self.options, argument & 1 == 1)),
                22 => drop(cable_options_set_fragment(self.options, argument & 1 == 1)),
                23..=26 => drop(cable_options_set_limit(
                    self.options,
                    u32::from(operation >> 1) - 21,
                    index,
                )),
                27..=29 => self.string(|out| cable_document_to_json(document, number, out)),
                30..=33 => self.string(|out| cable_document_write(document, number, out)),
                34 => self.see(cable_document_text(document)),
                35 => self.see(cable_document_slice(document, span)),
                36 => self.seen += cable_document_to_source(document, span).end as usize,
                37 => self.seen += cable_document_position(document, number).line as usize,
                38 => {
                    let list = cable_document_list(document, number);
                    for at in 0..list.len {
                        self.see(*list.items.add(at));
                    }
                }
                39..=40 => {
                    let mut paragraph = cable_paragraph::default();
                    if cable_document_paragraph_at(document, index, &mut paragraph)
                        == cable_status::Ok
                    {
                        self.see(paragraph.text);
                    }
                }
                41 => {
                    let mut item = cable_item::default();
                    let at = usize::from(operation & 7);
                    if cable_document_item_at(document, index, at, &mut item) == cable_status::Ok {
                        self.see(item.text);
                    }
                }
                42 => {
                    let mut one = cable_reference::default();
                    if cable_document_reference_at(document, index, &mut one) == cable_status::Ok {
                        self.see(one.text);
                        self.see(one.target);
                    }
                }
                43 => {
                    let mut one = cable_addressee::default();
                    let block = u32::from(operation);
                    if cable_document_addressee_at(document, block & 3, index, &mut one)
                        == cable_status::Ok
                    {
                        self.see(one.name);
                    }
                }
                44 => {
                    let mut one = cable_diagnostic::default();
                    cable_document_diagnostic_at(document, index, &mut one);
                }
                45 => {
                    let mut header = cable_header::default();
                    cable_document_header(document, &mut header);
                    self.see(header.transmission_id);
                }
                46..=48 => {
                    // Both documents, one of them, or what is no document.
                    let mut error = ptr::null_mut();
                    let mut made = ptr::null_mut();
                    let parts = self.documents.map(<*mut cable_document>::cast_const);
                    let count = usize::from(argument & 3).min(parts.len());
                    let list = match argument {
                        255 => ptr::null(),
                        _ => parts.as_ptr(),
                    };
                    let status = cable_document_join(list, count, &mut made, &mut error);
                    assert_eq!(status == cable_status::Ok, !made.is_null());
                    assert_eq!(status == cable_status::Ok, error.is_null());
                    cable_error_free(error);
                    if !made.is_null() {
                        // It lives on without its parts.
                        cable_document_free(document);
                        self.documents[which] = made;
                    }
                }
                49 => {
                    let mut source = cable_str::default();
                    cable_document_source_at(document, index & 1, &mut source);
                    self.see(source);
                    let place = cable_source_span {
                        part: number & 1,
                        start: span.start,
                        end: span.end,
                    };
                    self.see(cable_document_slice_source(document, place));
                    let mut file = cable_section_file::default();
                    let list = u32::from(operation & 3);
                    cable_document_section_file_at(document, list, index, &mut file);
                    self.seen += file.section as usize;
                }
                50..=52 => {
                    let mut found = cable_span::default();
                    let pointer = self.telegram.as_ptr().cast();
                    cable_document_span(document, pointer, length.min(40), &mut found);
                }
                _ => {
                    let mut id = cable_reference_id::default();
                    cable_reference_id_parse(
                        self.telegram.as_ptr().cast(),
                        length.min(60),
                        &mut id,
                    );
                }
            }
        }
    }

    /// Reads every byte of a view.
    unsafe fn see(&mut self, view: cable_str) {
        if !view.data.is_null() {
            let bytes = unsafe { std::slice::from_raw_parts(view.data.cast::<u8>(), view.len) };
            self.seen += bytes.iter().map(|byte| usize::from(*byte)).sum::<usize>();
        }
    }

    /// Takes a string, reads it, and frees it twice.
    unsafe fn string(&mut self, write: impl FnOnce(*mut cable_string) -> cable_status) {
        let mut out = cable_string {
            data: ptr::null_mut(),
            len: 0,
        };
        let status = write(&mut out);
        assert_eq!(status == cable_status::Ok, !out.data.is_null());
        unsafe {
            self.see(cable_str {
                data: out.data,
                len: out.len,
            });
            cable_string_free(&mut out);
            cable_string_free(&mut out);
        }
    }
}

fuzz_target!(|data: &[u8]| {
    let Some((script, telegram)) = data.split_at_checked(SCRIPT) else {
        return;
    };
    let mut state = State {
        telegram,
        options: ptr::null_mut(),
        documents: [ptr::null_mut(); 2],
        seen: 0,
    };
    for call in script.chunks_exact(2) {
        // SAFETY: `State` keeps every pointer alive or NULL.
        unsafe { state.call(call[0], call[1]) };
    }
    // SAFETY: made by the calls above, each freed once.
    unsafe {
        cable_document_free(state.documents[0]);
        cable_document_free(state.documents[1]);
        cable_options_free(state.options);
    }
    std::hint::black_box(state.seen);
});

fuzz_mutator!(|data: &mut [u8], size: usize, most: usize, seed: u32| {
    mutate::mutate(data, size, most, seed, SCRIPT)
});
