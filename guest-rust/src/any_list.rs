//! Lists whose elements are of a kind that shows at run time.

use crate::any_value::AnyValue;
use crate::element::Transfer;
use crate::error::{ApiError, Result};
use crate::kind::{Kind, name_of};
use crate::raw::gadget::api::lists::element_kind;
use crate::raw::gadget::api::{field::Field as RawField, packet::Packet as RawPacket};

/// The list of one row; none when the field is none of lists.
pub(crate) fn read(field: &RawField, packet: &RawPacket, row: u32) -> Result<Option<AnyValue>> {
    fn as_any<T: Transfer>(
        field: &RawField,
        packet: &RawPacket,
        row: u32,
        any: fn(T) -> AnyValue,
    ) -> Result<Vec<AnyValue>> {
        Ok(T::list(field, packet, row)?.into_iter().map(any).collect())
    }
    let list = match element_kind(field) {
        None | Some(Kind::Other) => return Ok(None),
        Some(Kind::Boolean) => as_any(field, packet, row, AnyValue::Bool),
        Some(Kind::Int8 | Kind::Int16 | Kind::Int32 | Kind::Int64) => {
            as_any(field, packet, row, AnyValue::Int)
        }
        Some(Kind::Uint8 | Kind::Uint16 | Kind::Uint32 | Kind::Uint64) => {
            as_any(field, packet, row, AnyValue::Uint)
        }
        Some(Kind::Float32 | Kind::Float64) => as_any(field, packet, row, AnyValue::Float),
        Some(Kind::Text) => as_any(field, packet, row, AnyValue::Text),
        Some(Kind::Bytes) => as_any(field, packet, row, AnyValue::Bytes),
    };
    Ok(Some(AnyValue::List(list?)))
}

/// The lists of all rows; none when the field is none of lists.
pub(crate) fn read_column(field: &RawField, packet: &RawPacket) -> Result<Option<Vec<AnyValue>>> {
    fn as_any<T: Transfer>(
        field: &RawField,
        packet: &RawPacket,
        any: fn(T) -> AnyValue,
    ) -> Result<Vec<AnyValue>> {
        let lists = T::lists(field, packet)?.into_lists();
        Ok(lists.map(|list| AnyValue::List(list.into_iter().map(any).collect())).collect())
    }
    let lists = match element_kind(field) {
        None | Some(Kind::Other) => return Ok(None),
        Some(Kind::Boolean) => as_any(field, packet, AnyValue::Bool),
        Some(Kind::Int8 | Kind::Int16 | Kind::Int32 | Kind::Int64) => as_any(field, packet, AnyValue::Int),
        Some(Kind::Uint8 | Kind::Uint16 | Kind::Uint32 | Kind::Uint64) => {
            as_any(field, packet, AnyValue::Uint)
        }
        Some(Kind::Float32 | Kind::Float64) => as_any(field, packet, AnyValue::Float),
        Some(Kind::Text) => as_any(field, packet, AnyValue::Text),
        Some(Kind::Bytes) => as_any(field, packet, AnyValue::Bytes),
    };
    Ok(Some(lists?))
}

/// What is in these, if all are of this kind.
macro_rules! all {
    ($list:ident, $kind:ident) => {{
        let list = $list.into_iter().map(|value| match value {
            AnyValue::$kind(value) => Ok(value),
            _ => Err(ApiError::WrongKind("the elements of a list are not all of one kind".to_string())),
        });
        list.collect::<Result<Vec<_>>>()
    }};
}

/// Sets the list of one row. The first element says what all of them are.
pub(crate) fn write(field: &RawField, packet: &RawPacket, row: u32, list: Vec<AnyValue>) -> Result<()> {
    match list.first() {
        None => write_empty(field, packet, row),
        Some(AnyValue::Bool(_)) => {
            let list = all!(list, Bool)?;
            // Numbers would take them as 0 and 1.
            match element_kind(field) {
                Some(kind) if kind != Kind::Boolean => {
                    Err(ApiError::WrongKind(format!("a list of bool in a field of {}[]", name_of(kind))))
                }
                _ => bool::set_list(field, packet, row, &list),
            }
        }
        Some(AnyValue::Int(_)) => i64::set_list(field, packet, row, &all!(list, Int)?),
        Some(AnyValue::Uint(_)) => u64::set_list(field, packet, row, &all!(list, Uint)?),
        Some(AnyValue::Float(_)) => f64::set_list(field, packet, row, &all!(list, Float)?),
        Some(AnyValue::Text(_)) => String::set_list(field, packet, row, &all!(list, Text)?),
        Some(AnyValue::Bytes(_)) => Vec::<u8>::set_list(field, packet, row, &all!(list, Bytes)?),
        Some(AnyValue::List(_)) => Err(ApiError::WrongKind("there are no lists of lists".to_string())),
    }
}

/// A list without elements fits every field of lists.
fn write_empty(field: &RawField, packet: &RawPacket, row: u32) -> Result<()> {
    match element_kind(field) {
        Some(Kind::Float32 | Kind::Float64) => f64::set_list(field, packet, row, &[]),
        Some(Kind::Text | Kind::Bytes) => Vec::<u8>::set_list(field, packet, row, &[]),
        Some(Kind::Uint64) => u64::set_list(field, packet, row, &[]),
        // What is none of lists the host refuses by itself.
        _ => i64::set_list(field, packet, row, &[]),
    }
}
