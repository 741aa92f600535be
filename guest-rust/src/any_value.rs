use crate::error::Result;
use crate::kind::Kind;
use crate::raw::gadget::api::{field::Field as RawField, packet::Packet as RawPacket};
use crate::value::{Value, sealed};
use std::fmt;

/// A value of a kind that is not known beforehand.
///
/// Shown as text, numbers are decimal and bytes hexadecimal. A list is a `Vec` of these: see
/// [`AnyField::into_lists`](crate::Field::into_lists).
#[derive(Clone, Debug, PartialEq)]
pub enum AnyValue {
    /// Of a field of kind boolean.
    Bool(bool),
    /// Of int8 to int64.
    Int(i64),
    /// Of uint8 to uint64.
    Uint(u64),
    /// Of float32 and float64.
    Float(f64),
    /// Of text.
    Text(String),
    /// Of bytes.
    Bytes(Vec<u8>),
}

impl fmt::Display for AnyValue {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bool(value) => write!(to, "{value}"),
            Self::Int(value) => write!(to, "{value}"),
            Self::Uint(value) => write!(to, "{value}"),
            Self::Float(value) => write!(to, "{value}"),
            Self::Text(value) => to.write_str(value),
            Self::Bytes(value) => value.iter().try_for_each(|byte| write!(to, "{byte:02x}")),
        }
    }
}

impl sealed::Sealed for AnyValue {}
impl Value for AnyValue {
    type Set<'a> = AnyValue;
    fn read(field: &RawField, kind: Kind, packet: &RawPacket, row: u32) -> Result<Self> {
        Ok(match kind {
            Kind::Boolean => Self::Bool(field.get_bool(packet, row)?),
            Kind::Int8 | Kind::Int16 | Kind::Int32 | Kind::Int64 => Self::Int(field.get_s64(packet, row)?),
            Kind::Uint8 | Kind::Uint16 | Kind::Uint32 | Kind::Uint64 => {
                Self::Uint(field.get_u64(packet, row)?)
            }
            Kind::Float32 | Kind::Float64 => Self::Float(field.get_f64(packet, row)?),
            // The host refuses kind other by itself.
            Kind::Text | Kind::Other => Self::Text(field.get_text(packet, row)?),
            Kind::Bytes => Self::Bytes(field.get_bytes(packet, row)?),
        })
    }
    fn write(field: &RawField, packet: &RawPacket, row: u32, value: AnyValue) -> Result<()> {
        match value {
            Self::Bool(value) => field.set_bool(packet, row, value)?,
            Self::Int(value) => field.set_s64(packet, row, value)?,
            Self::Uint(value) => field.set_u64(packet, row, value)?,
            Self::Float(value) => field.set_f64(packet, row, value)?,
            Self::Text(value) => field.set_text(packet, row, &value)?,
            Self::Bytes(value) => field.set_bytes(packet, row, &value)?,
        }
        Ok(())
    }
    fn read_column(field: &RawField, kind: Kind, packet: &RawPacket) -> Result<Vec<Self>> {
        Ok(match kind {
            Kind::Boolean => bool::read_column(field, kind, packet)?.into_iter().map(Self::Bool).collect(),
            Kind::Int8 | Kind::Int16 | Kind::Int32 | Kind::Int64 => {
                field.column_s64(packet)?.into_iter().map(Self::Int).collect()
            }
            Kind::Uint8 | Kind::Uint16 | Kind::Uint32 | Kind::Uint64 => {
                field.column_u64(packet)?.into_iter().map(Self::Uint).collect()
            }
            Kind::Float32 | Kind::Float64 => field.column_f64(packet)?.into_iter().map(Self::Float).collect(),
            Kind::Text | Kind::Other => field.column_text(packet)?.into_iter().map(Self::Text).collect(),
            Kind::Bytes => {
                Vec::<u8>::read_column(field, kind, packet)?.into_iter().map(Self::Bytes).collect()
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_well() {
        let text = |text: &str| AnyValue::Text(text.to_string());
        for (value, shown) in [
            (AnyValue::Bool(true), "true"),
            (AnyValue::Int(-5), "-5"),
            (AnyValue::Uint(u64::MAX), "18446744073709551615"),
            (AnyValue::Float(0.25), "0.25"),
            (text("a \"b\""), "a \"b\""),
            (AnyValue::Bytes(vec![0, 255]), "00ff"),
        ] {
            assert_eq!(value.to_string(), shown);
        }
    }
}
