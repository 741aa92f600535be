//! Lists whose elements are of a kind that shows at run time.

use crate::any_value::AnyValue;
use crate::element::Transfer;
use crate::error::{ApiError, Result};
use crate::kind::{Kind, name_of};
use crate::raw::gadget::api::lists::element_kind;
use crate::raw::gadget::api::{field::Field as RawField, packet::Packet as RawPacket};
use crate::value::{Value, sealed};

// A type of its own and not one more case of AnyValue: a gadget that reads no lists asks its host for none.
impl sealed::Sealed for Vec<AnyValue> {}
impl Value for Vec<AnyValue> {
    type Set<'a> = &'a [AnyValue];
    fn read(field: &RawField, _: Kind, packet: &RawPacket, row: u32) -> Result<Self> {
        read(field, packet, row)
    }
    fn write(field: &RawField, packet: &RawPacket, row: u32, list: &[AnyValue]) -> Result<()> {
        write(field, packet, row, list)
    }
    fn read_column(field: &RawField, _: Kind, packet: &RawPacket) -> Result<Vec<Self>> {
        read_column(field, packet)
    }
    fn unset(field: &RawField, _: Kind, packet: &RawPacket, row: u32) -> Result<()> {
        Ok(field.unset_many(packet, &[row])?)
    }
}

fn read(field: &RawField, packet: &RawPacket, row: u32) -> Result<Vec<AnyValue>> {
    fn as_any<T: Transfer>(
        field: &RawField,
        packet: &RawPacket,
        row: u32,
        any: fn(T) -> AnyValue,
    ) -> Result<Vec<AnyValue>> {
        Ok(T::list(field, packet, row)?.into_iter().map(any).collect())
    }
    match element_kind(field) {
        Some(Kind::Boolean) => as_any(field, packet, row, AnyValue::Bool),
        Some(Kind::Int8 | Kind::Int16 | Kind::Int32 | Kind::Int64) => {
            as_any(field, packet, row, AnyValue::Int)
        }
        Some(Kind::Uint8 | Kind::Uint16 | Kind::Uint32 | Kind::Uint64) => {
            as_any(field, packet, row, AnyValue::Uint)
        }
        Some(Kind::Float32 | Kind::Float64) => as_any(field, packet, row, AnyValue::Float),
        Some(Kind::Text) => as_any(field, packet, row, AnyValue::Text),
        // What is none of lists the host refuses by itself.
        Some(Kind::Bytes | Kind::Other) | None => as_any(field, packet, row, AnyValue::Bytes),
    }
}

fn read_column(field: &RawField, packet: &RawPacket) -> Result<Vec<Vec<AnyValue>>> {
    fn as_any<T: Transfer>(
        field: &RawField,
        packet: &RawPacket,
        any: fn(T) -> AnyValue,
    ) -> Result<Vec<Vec<AnyValue>>> {
        let lists = T::lists(field, packet)?.into_lists();
        Ok(lists.map(|list| list.into_iter().map(any).collect()).collect())
    }
    match element_kind(field) {
        Some(Kind::Boolean) => as_any(field, packet, AnyValue::Bool),
        Some(Kind::Int8 | Kind::Int16 | Kind::Int32 | Kind::Int64) => as_any(field, packet, AnyValue::Int),
        Some(Kind::Uint8 | Kind::Uint16 | Kind::Uint32 | Kind::Uint64) => {
            as_any(field, packet, AnyValue::Uint)
        }
        Some(Kind::Float32 | Kind::Float64) => as_any(field, packet, AnyValue::Float),
        Some(Kind::Text) => as_any(field, packet, AnyValue::Text),
        Some(Kind::Bytes | Kind::Other) | None => as_any(field, packet, AnyValue::Bytes),
    }
}

/// What is in these, if all are of this kind.
macro_rules! all {
    ($list:ident, $kind:ident) => {{
        let list = $list.iter().map(|value| match value {
            AnyValue::$kind(value) => Ok(value.clone()),
            _ => Err(ApiError::WrongKind("the elements of a list are not all of one kind".to_string())),
        });
        list.collect::<Result<Vec<_>>>()
    }};
}

/// Sets the list of one row. The first element says what all of them are.
fn write(field: &RawField, packet: &RawPacket, row: u32, list: &[AnyValue]) -> Result<()> {
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
