//! Calls in good order, for what stands around an attack.

use crate::abi::{Call, Slot, function};

/// Where results go.
static mut RESULT: [u64; 5] = [0; 5];

const TAGS: [&str; 11] = [
    "not-found",
    "already-exists",
    "wrong-kind",
    "wrong-source",
    "out-of-range",
    "expired",
    "not-now",
    "limit-exceeded",
    "denied",
    "busy",
    "other",
];

pub fn result_at() -> i64 {
    (&raw const RESULT) as usize as i64
}

fn bytes() -> &'static [u8] {
    unsafe { core::slice::from_raw_parts(result_at() as usize as *const u8, 40) }
}

fn word(at: usize) -> u32 {
    u32::from_le_bytes(bytes()[at..at + 4].try_into().unwrap())
}

/// The text whose pointer and length are in the result.
fn text(at: usize) -> String {
    let (from, length) = (word(at) as usize as *const u8, word(at + 4) as usize);
    if length == 0 {
        return String::new();
    }
    String::from_utf8(unsafe { core::slice::from_raw_parts(from, length) }.to_vec()).unwrap()
}

/// The first word of what a call answered, or the case of its error.
pub type Asked = Result<u32, &'static str>;

/// Calls a function that answers a `result`; its place is added to the numbers.
pub fn ask(name: &str, numbers: &[i64]) -> Asked {
    answer_of(function(name), numbers)
}

pub fn answer_of(call: &Call, numbers: &[i64]) -> Asked {
    let ret = *call.slots.last().unwrap();
    assert!(
        matches!(
            ret,
            Slot::ret16 | Slot::ret20 | Slot::ret28 | Slot::ret24wide
        ),
        "{}",
        call.name
    );
    let wide = ret == Slot::ret24wide;
    let mut all = numbers.to_vec();
    all.push(result_at());
    call.with(&all);
    let payload = if wide { 8 } else { 4 };
    if bytes()[0] == 0 {
        Ok(word(payload))
    } else {
        Err(TAGS[bytes()[payload] as usize])
    }
}

/// `ok`, or the case of the error.
pub fn tag(asked: Asked) -> &'static str {
    asked.map_or_else(|tag| tag, |_| "ok")
}

/// A text as the two numbers it is passed as.
pub fn flat(text: &str) -> [i64; 2] {
    [text.as_ptr() as usize as i64, text.len() as i64]
}

pub fn open(name: &str) -> Asked {
    let [at, length] = flat(name);
    ask("data-source.open", &[at, length])
}

pub fn create(name: &str, delivery: i64) -> Asked {
    let [at, length] = flat(name);
    ask("data-source.create", &[at, length, delivery])
}

pub fn get_field(source: u32, name: &str) -> Asked {
    let [at, length] = flat(name);
    ask("data-source.get-field", &[source.into(), at, length])
}

pub fn add_field(source: u32, name: &str, kind: i64) -> Asked {
    let [at, length] = flat(name);
    ask("data-source.add-field", &[source.into(), at, length, kind])
}

pub fn add_list_field(source: u32, name: &str, elements: i64) -> Asked {
    let [at, length] = flat(name);
    ask("add-list-field", &[source.into(), at, length, elements])
}

pub fn new_packet(source: u32, rows: i64) -> Asked {
    ask("data-source.new-packet", &[source.into(), rows])
}

pub fn emit(packet: u32) -> Asked {
    ask("packet.emit", &[packet.into()])
}

pub fn drop_handle(resource: &str, handle: u32) {
    function(&format!("[resource-drop]{resource}")).with(&[handle.into()]);
}

pub fn open_handles() -> u32 {
    function("usage").with(&[result_at()]);
    word(0)
}

/// One line at the level info.
pub fn say(line: &str) {
    let [at, length] = flat(line);
    function("log").with(&[2, at, length]);
}

pub fn param(key: &str) -> String {
    let [at, length] = flat(key);
    function("get").with(&[at, length, result_at()]);
    if bytes()[0] == 0 {
        String::new()
    } else {
        text(4)
    }
}

pub fn every(milliseconds: i64) -> Asked {
    ask("every", &[milliseconds])
}

pub fn len(packet: u32) -> u32 {
    function("packet.len").with(&[packet.into()]) as u32
}
