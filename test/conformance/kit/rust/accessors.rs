use super::show::Show;
use gadget_guest::raw::gadget::api::field::Packed;
use gadget_guest::{AnyField, ApiError, Packet};
use std::str::FromStr;

pub(super) type Answer = String;

/// The accessors of the interface, on any field, whatever its kind: `get-u32`, `set-u32`, `column-u32`,
/// `set-column-u32`. What is written is said by a text: `-1`, `1.5`, `nan`; for booleans `0` or `1`; for text and bytes
/// the text itself.
pub struct Accessor {
    /// `bool`, `s32` …
    pub name: &'static str,
    /// Whether what the text says can be given to it at all: `-1` not to `u32`.
    pub takes: fn(&str) -> bool,
    pub get: fn(&AnyField, &Packet, u32) -> Answer,
    pub set: fn(&AnyField, &Packet, u32, &str) -> Answer,
    /// No column of booleans is there.
    pub column: Option<fn(&AnyField, &Packet) -> Answer>,
    pub set_column: Option<fn(&AnyField, &Packet, &[&str]) -> Answer>,
}

/// The accessor of this name.
pub fn accessor_of(name: &str) -> &'static Accessor {
    ACCESSORS.iter().find(|each| each.name == name).expect("there is such an accessor")
}

/// What the raw bindings answered, as it is to be shown.
pub fn answer<T: Show>(result: Result<T, gadget_guest::raw::gadget::api::types::ApiError>) -> Answer {
    result.map_err(ApiError::from).show()
}

fn truth(text: &str) -> Option<bool> {
    match text {
        "0" => Some(false),
        "1" => Some(true),
        _ => None,
    }
}

pub(super) fn number<T: FromStr>(text: &str) -> T {
    text.parse().ok().expect("the accessor takes it")
}

/// Values as a block.
pub fn packed<V: AsRef<[u8]>>(values: &[V]) -> Packed {
    let mut packed = Packed { ends: Vec::new(), data: Vec::new() };
    for value in values {
        packed.data.extend_from_slice(value.as_ref());
        packed.ends.push(packed.data.len() as u32);
    }
    packed
}

/// The values of a block.
pub fn values(packed: Packed) -> Vec<Vec<u8>> {
    let starts = std::iter::once(0).chain(packed.ends.iter().copied());
    starts.zip(&packed.ends).map(|(start, end)| packed.data[start as usize..*end as usize].to_vec()).collect()
}

macro_rules! numbers {
    ($name:literal $type:ty, $get:ident $set:ident $column:ident $set_column:ident) => {
        Accessor {
            name: $name,
            takes: |text| text.parse::<$type>().is_ok(),
            get: |field, packet, row| answer(field.raw().$get(packet.raw(), row)),
            set: |field, packet, row, text| answer(field.raw().$set(packet.raw(), row, number(text))),
            column: Some(|field, packet| answer(field.raw().$column(packet.raw()))),
            set_column: Some(|field, packet, texts| {
                let values: Vec<$type> = texts.iter().map(|text| number(text)).collect();
                answer(field.raw().$set_column(packet.raw(), &values))
            }),
        }
    };
}

/// All of them, in the order of the interface.
pub const ACCESSORS: &[Accessor] = &[
    Accessor {
        name: "bool",
        takes: |text| truth(text).is_some(),
        get: |field, packet, row| answer(field.raw().get_bool(packet.raw(), row)),
        set: |field, packet, row, text| {
            answer(field.raw().set_bool(packet.raw(), row, truth(text).expect("the accessor takes it")))
        },
        column: None,
        set_column: None,
    },
    numbers!("s32" i32, get_s32 set_s32 column_s32 set_column_s32),
    numbers!("u32" u32, get_u32 set_u32 column_u32 set_column_u32),
    numbers!("s64" i64, get_s64 set_s64 column_s64 set_column_s64),
    numbers!("u64" u64, get_u64 set_u64 column_u64 set_column_u64),
    numbers!("f64" f64, get_f64 set_f64 column_f64 set_column_f64),
    Accessor {
        name: "text",
        takes: |_| true,
        get: |field, packet, row| answer(field.raw().get_text(packet.raw(), row)),
        set: |field, packet, row, text| answer(field.raw().set_text(packet.raw(), row, text)),
        column: Some(|field, packet| answer(field.raw().column_text(packet.raw()))),
        set_column: Some(|field, packet, texts| {
            let values: Vec<String> = texts.iter().map(ToString::to_string).collect();
            answer(field.raw().set_column_text(packet.raw(), &values))
        }),
    },
    Accessor {
        name: "bytes",
        takes: |_| true,
        get: |field, packet, row| answer(field.raw().get_bytes(packet.raw(), row)),
        set: |field, packet, row, text| answer(field.raw().set_bytes(packet.raw(), row, text.as_bytes())),
        column: Some(|field, packet| answer(field.raw().column_packed(packet.raw()).map(values))),
        set_column: Some(|field, packet, texts| {
            answer(field.raw().set_column_packed(packet.raw(), &packed(texts)))
        }),
    },
];
