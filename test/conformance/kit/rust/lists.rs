use super::accessors::{Answer, answer, number, packed, values};
use gadget_guest::raw::gadget::api::field::Packed;
use gadget_guest::raw::gadget::api::lists;
use gadget_guest::{AnyField, Packet};

/// The accessors of lists, on any field, whatever its kind: `get-u32`, `set-u32`, `column-u32`, `set-column-u32`. What is
/// written is said by a text for each element.
pub struct ListAccessor {
    /// `s32`, `u32` … `packed`.
    pub name: &'static str,
    /// Whether what the texts say can be given to it at all.
    pub takes: fn(&[&str]) -> bool,
    pub get: fn(&AnyField, &Packet, u32) -> Answer,
    pub set: fn(&AnyField, &Packet, u32, &[&str]) -> Answer,
    pub column: fn(&AnyField, &Packet) -> Answer,
    pub set_column: fn(&AnyField, &Packet, &[&[&str]]) -> Answer,
}

/// The accessor of this name.
pub fn list_accessor_of(name: &str) -> &'static ListAccessor {
    LIST_ACCESSORS.iter().find(|each| each.name == name).expect("there is such an accessor of lists")
}

/// How every function of lists ends for this field. What is written is said by texts: the first list for the row, all for the
/// column.
pub fn list_calls(
    accessor: &ListAccessor,
    field: &AnyField,
    packet: &Packet,
    row: u32,
    lists: &[&[&str]],
) -> String {
    [
        format!("get {}", (accessor.get)(field, packet, row)),
        format!("set {}", (accessor.set)(field, packet, row, lists.first().unwrap_or(&&[][..]))),
        format!("column {}", (accessor.column)(field, packet)),
        format!("set-column {}", (accessor.set_column)(field, packet, lists)),
    ]
    .join(", ")
}

/// The lists of a column one by one.
pub fn lists_of<T: Clone>(ends: &[u32], values: &[T]) -> Vec<Vec<T>> {
    let starts = std::iter::once(0).chain(ends.iter().copied());
    starts.zip(ends).map(|(start, end)| values[start as usize..*end as usize].to_vec()).collect()
}

fn ends_of(lists: &[&[&str]]) -> Vec<u32> {
    let mut end = 0;
    lists
        .iter()
        .map(|list| {
            end += list.len() as u32;
            end
        })
        .collect()
}

macro_rules! accessor {
    ($name:literal $type:ty, $lists:ident, $get:ident $set:ident $column:ident $set_column:ident) => {
        ListAccessor {
            name: $name,
            takes: |list| list.iter().all(|text| text.parse::<$type>().is_ok()),
            get: |field, packet, row| answer(lists::$get(field.raw(), packet.raw(), row)),
            set: |field, packet, row, list| {
                let list: Vec<$type> = list.iter().map(|text| number(text)).collect();
                answer(lists::$set(field.raw(), packet.raw(), row, &list))
            },
            column: |field, packet| {
                let column = lists::$column(field.raw(), packet.raw());
                answer(column.map(|lists| lists_of(&lists.ends, &lists.values)))
            },
            set_column: |field, packet, lists| {
                let values: Vec<$type> = lists.concat().into_iter().map(number).collect();
                let column = lists::$lists { ends: ends_of(lists), values };
                answer(lists::$set_column(field.raw(), packet.raw(), &column))
            },
        }
    };
}

/// All of them, in the order of the interface.
pub const LIST_ACCESSORS: &[ListAccessor] = &[
    accessor!("s32" i32, S32Lists, get_s32 set_s32 column_s32 set_column_s32),
    accessor!("u32" u32, U32Lists, get_u32 set_u32 column_u32 set_column_u32),
    accessor!("s64" i64, S64Lists, get_s64 set_s64 column_s64 set_column_s64),
    accessor!("u64" u64, U64Lists, get_u64 set_u64 column_u64 set_column_u64),
    accessor!("f64" f64, F64Lists, get_f64 set_f64 column_f64 set_column_f64),
    accessor!("text" String, TextLists, get_text set_text column_text set_column_text),
    ListAccessor {
        name: "packed",
        takes: |_| true,
        get: |field, packet, row| answer(lists::get_packed(field.raw(), packet.raw(), row).map(values)),
        set: |field, packet, row, list| {
            answer(lists::set_packed(field.raw(), packet.raw(), row, &packed(list)))
        },
        column: |field, packet| {
            let column = lists::column_packed(field.raw(), packet.raw());
            answer(column.map(|lists| lists_of(&lists.ends, &values(lists.values))))
        },
        set_column: |field, packet, lists| {
            let values: Packed = packed(&lists.concat());
            let column = lists::PackedLists { ends: ends_of(lists), values };
            answer(lists::set_column_packed(field.raw(), packet.raw(), &column))
        },
    },
];
