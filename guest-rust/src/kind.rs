pub use crate::raw::gadget::api::types::{Annotation, Kind};

/// The kind as the interface spells it.
pub(crate) fn name_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Boolean => "boolean",
        Kind::Int8 => "int8",
        Kind::Int16 => "int16",
        Kind::Int32 => "int32",
        Kind::Int64 => "int64",
        Kind::Uint8 => "uint8",
        Kind::Uint16 => "uint16",
        Kind::Uint32 => "uint32",
        Kind::Uint64 => "uint64",
        Kind::Float32 => "float32",
        Kind::Float64 => "float64",
        Kind::Text => "text",
        Kind::Bytes => "bytes",
        Kind::Other => "other",
    }
}

/// The Rust types as which a field of this kind can be read without losing anything, the closest first.
pub(crate) fn types_for(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Boolean => &["bool", "i8", "i16", "i32", "i64", "u8", "u16", "u32", "u64"],
        Kind::Int8 => &["i8", "i16", "i32", "i64", "f32", "f64"],
        Kind::Int16 => &["i16", "i32", "i64", "f32", "f64"],
        Kind::Int32 => &["i32", "i64", "f64"],
        Kind::Int64 => &["i64"],
        Kind::Uint8 => &["u8", "u16", "u32", "u64", "i16", "i32", "i64", "f32", "f64"],
        Kind::Uint16 => &["u16", "u32", "u64", "i32", "i64", "f32", "f64"],
        Kind::Uint32 => &["u32", "u64", "i64", "f64"],
        Kind::Uint64 => &["u64"],
        Kind::Float32 => &["f32", "f64"],
        Kind::Float64 => &["f64"],
        Kind::Text => &["String", "Vec<u8>"],
        Kind::Bytes => &["Vec<u8>"],
        Kind::Other => &[],
    }
}
