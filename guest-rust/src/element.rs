use crate::error::Result;
use crate::lists::Lists;
use crate::packed::Packed;
use crate::raw::gadget::api::lists as host;
use crate::raw::gadget::api::{field::Field as RawField, packet::Packet as RawPacket};
use crate::value::FieldType;

/// What the elements of a list can be, each of which is a `Vec<Self>` in Rust: the numbers but `u8`, `bool`, `String` and
/// `Vec<u8>`. (`Vec<u8>` is bytes already: for lists of `u8` there is [`U8List`](crate::U8List).)
pub trait Element: Transfer + 'static {}

/// Elements that are changed as they are: the numbers and `bool`.
pub trait Number: Transfer + Copy {}

/// How elements come from the host and go there. Seals what builds on it.
#[allow(missing_docs)]
pub trait Transfer: FieldType + Clone {
    /// The name of the type of a list of these.
    const LIST: &'static str;
    fn list(field: &RawField, packet: &RawPacket, row: u32) -> Result<Vec<Self>>;
    fn set_list(field: &RawField, packet: &RawPacket, row: u32, list: &[Self]) -> Result<()>;
    fn lists(field: &RawField, packet: &RawPacket) -> Result<Lists<Self>>;
    fn set_lists(field: &RawField, packet: &RawPacket, lists: Lists<Self>) -> Result<()>;
}

/// Elements for which the interface has accessors of their own.
macro_rules! direct {
    ($type:ty, $lists:ident, $get:ident, $set:ident, $get_column:ident, $set_column:ident) => {
        impl Element for $type {}
        impl Transfer for $type {
            const LIST: &'static str = concat!("Vec<", stringify!($type), ">");
            fn list(field: &RawField, packet: &RawPacket, row: u32) -> Result<Vec<Self>> {
                Ok(host::$get(field, packet, row)?)
            }
            fn set_list(field: &RawField, packet: &RawPacket, row: u32, list: &[Self]) -> Result<()> {
                Ok(host::$set(field, packet, row, list)?)
            }
            fn lists(field: &RawField, packet: &RawPacket) -> Result<Lists<Self>> {
                let host::$lists { ends, values } = host::$get_column(field, packet)?;
                Ok(Lists { ends, values })
            }
            fn set_lists(field: &RawField, packet: &RawPacket, lists: Lists<Self>) -> Result<()> {
                let Lists { ends, values } = lists;
                Ok(host::$set_column(field, packet, &host::$lists { ends, values })?)
            }
        }
    };
}

direct!(i32, S32Lists, get_s32, set_s32, column_s32, set_column_s32);
direct!(u32, U32Lists, get_u32, set_u32, column_u32, set_column_u32);
direct!(i64, S64Lists, get_s64, set_s64, column_s64, set_column_s64);
direct!(u64, U64Lists, get_u64, set_u64, column_u64, set_column_u64);
direct!(f64, F64Lists, get_f64, set_f64, column_f64, set_column_f64);
direct!(String, TextLists, get_text, set_text, column_text, set_column_text);

/// Elements that travel as wider ones. Reading loses nothing, as the field's kind was checked when it was obtained.
macro_rules! through {
    ($type:ty, $list:literal, $wide:ty, $narrow:expr) => {
        impl Transfer for $type {
            const LIST: &'static str = $list;
            fn list(field: &RawField, packet: &RawPacket, row: u32) -> Result<Vec<Self>> {
                Ok(<$wide>::list(field, packet, row)?.into_iter().map($narrow).collect())
            }
            fn set_list(field: &RawField, packet: &RawPacket, row: u32, list: &[Self]) -> Result<()> {
                let wide: Vec<$wide> = list.iter().copied().map(<$wide>::from).collect();
                <$wide>::set_list(field, packet, row, &wide)
            }
            fn lists(field: &RawField, packet: &RawPacket) -> Result<Lists<Self>> {
                let Lists { ends, values } = <$wide>::lists(field, packet)?;
                Ok(Lists { ends, values: values.into_iter().map($narrow).collect() })
            }
            fn set_lists(field: &RawField, packet: &RawPacket, lists: Lists<Self>) -> Result<()> {
                let values = lists.values.into_iter().map(<$wide>::from).collect();
                <$wide>::set_lists(field, packet, Lists { ends: lists.ends, values })
            }
        }
    };
}

through!(bool, "Vec<bool>", u32, |wide| wide != 0);
through!(i8, "Vec<i8>", i32, |wide| wide as i8);
through!(i16, "Vec<i16>", i32, |wide| wide as i16);
through!(u8, "U8List", u32, |wide| wide as u8);
through!(u16, "Vec<u16>", u32, |wide| wide as u16);
through!(f32, "Vec<f32>", f64, |wide| wide as f32);

impl Transfer for Vec<u8> {
    const LIST: &'static str = stringify!(Vec<Vec<u8>>);
    fn list(field: &RawField, packet: &RawPacket, row: u32) -> Result<Vec<Self>> {
        Ok(Packed::variable(host::get_packed(field, packet, row)?).iter().map(<[u8]>::to_vec).collect())
    }
    fn set_list(field: &RawField, packet: &RawPacket, row: u32, list: &[Self]) -> Result<()> {
        Ok(host::set_packed(field, packet, row, &list.iter().collect::<Packed>().raw)?)
    }
    fn lists(field: &RawField, packet: &RawPacket) -> Result<Lists<Self>> {
        let host::PackedLists { ends, values } = host::column_packed(field, packet)?;
        Ok(Lists { ends, values: Packed::variable(values).iter().map(<[u8]>::to_vec).collect() })
    }
    fn set_lists(field: &RawField, packet: &RawPacket, lists: Lists<Self>) -> Result<()> {
        let values = lists.values.iter().collect::<Packed>().raw;
        Ok(host::set_column_packed(field, packet, &host::PackedLists { ends: lists.ends, values })?)
    }
}

macro_rules! all {
    ($trait:ident: $($type:ty),+) => {$(impl $trait for $type {})+};
}

all!(Element: bool, i8, i16, u16, f32, Vec<u8>);
all!(Number: bool, i8, i16, i32, i64, u8, u16, u32, u64, f32, f64);
