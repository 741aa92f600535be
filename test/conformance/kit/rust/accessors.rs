use super::show::Show;
use gadget_guest::raw::gadget::api::field::{Field as Raw, Packed};
use gadget_guest::{AnyField, ApiError, Packet};

type Answer = String;

/// The accessors of the interface, on any field, whatever its kind: `get-u32`, `set-u32`, `column-u32`, `set-column-u32`.
pub struct Accessor {
    /// `bool`, `s32` …
    pub name: &'static str,
    pub get: fn(&AnyField, &Packet, u32) -> Answer,
    /// Sets 1, true, "1" or the byte of "1".
    pub set_one: fn(&AnyField, &Packet, u32) -> Answer,
    /// No column of booleans is there.
    pub column: Option<fn(&AnyField, &Packet) -> Answer>,
    /// As `set_one`, in every row.
    pub set_column_of_ones: Option<fn(&AnyField, &Packet) -> Answer>,
}

fn answer<T: Show>(result: Result<T, gadget_guest::raw::gadget::api::types::ApiError>) -> Answer {
    result.map_err(ApiError::from).show()
}

fn block(packet: &Packet) -> Packed {
    Packed { ends: (1..=packet.len()).collect(), data: vec![b'1'; packet.len() as usize] }
}

fn values(packed: Packed) -> Vec<Vec<u8>> {
    let starts = std::iter::once(0).chain(packed.ends.iter().copied());
    starts.zip(&packed.ends).map(|(start, end)| packed.data[start as usize..*end as usize].to_vec()).collect()
}

macro_rules! accessor {
    ($name:literal $get:ident $set:ident $one:expr, $column:ident $set_column:ident $ones:expr) => {
        Accessor {
            name: $name,
            get: |field, packet, row| answer(field.raw().$get(packet.raw(), row)),
            set_one: |field, packet, row| answer(field.raw().$set(packet.raw(), row, $one)),
            column: Some(|field, packet| answer(field.raw().$column(packet.raw()))),
            set_column_of_ones: Some(|field, packet| {
                answer(field.raw().$set_column(packet.raw(), &vec![$ones; packet.len() as usize]))
            }),
        }
    };
}

/// All of them, in the order of the interface.
pub const ACCESSORS: &[Accessor] = &[
    Accessor {
        name: "bool",
        get: |field, packet, row| answer(field.raw().get_bool(packet.raw(), row)),
        set_one: |field, packet, row| answer(field.raw().set_bool(packet.raw(), row, true)),
        column: None,
        set_column_of_ones: None,
    },
    accessor!("s32" get_s32 set_s32 1, column_s32 set_column_s32 1),
    accessor!("u32" get_u32 set_u32 1, column_u32 set_column_u32 1),
    accessor!("s64" get_s64 set_s64 1, column_s64 set_column_s64 1),
    accessor!("u64" get_u64 set_u64 1, column_u64 set_column_u64 1),
    accessor!("f64" get_f64 set_f64 1.0, column_f64 set_column_f64 1.0),
    accessor!("text" get_text set_text "1", column_text set_column_text "1".to_string()),
    Accessor {
        name: "bytes",
        get: |field, packet, row| answer(field.raw().get_bytes(packet.raw(), row)),
        set_one: |field, packet, row| answer(field.raw().set_bytes(packet.raw(), row, b"1")),
        column: Some(|field, packet| answer(field.raw().column_packed(packet.raw()).map(values))),
        set_column_of_ones: Some(|field, packet| {
            answer(Raw::set_column_packed(field.raw(), packet.raw(), &block(packet)))
        }),
    },
];
