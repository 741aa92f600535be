use crate::element::{Element, Transfer};
use crate::error::Result;
use crate::fit;
use crate::kind::Kind;
use crate::lists::Lists;
use crate::raw::gadget::api::datasource::DataSource as RawSource;
use crate::raw::gadget::api::lists as host;
use crate::raw::gadget::api::{field::Field as RawField, packet::Packet as RawPacket};
use crate::value::{FieldType, Value, sealed};
use std::ops::{Deref, DerefMut};

/// A Rust type as which a field of lists can be read and written: `Vec` of any [`Element`], and [`U8List`]. What it is set
/// to is a slice.
pub trait List:
    FieldType + AsRef<[<Self as List>::Element]> + for<'a> Value<Set<'a> = &'a [<Self as List>::Element]>
{
    /// What the list holds.
    type Element: Transfer + 'static;
}

/// A list of numbers from 0 to 255, in a field of lists of uint8 or boolean. (`Vec<u8>` is bytes, which is another kind of
/// field.) Use it as the `Vec` it holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct U8List(pub Vec<u8>);

impl Deref for U8List {
    type Target = Vec<u8>;
    fn deref(&self) -> &Vec<u8> {
        &self.0
    }
}

impl DerefMut for U8List {
    fn deref_mut(&mut self) -> &mut Vec<u8> {
        &mut self.0
    }
}

impl AsRef<[u8]> for U8List {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

impl From<Vec<u8>> for U8List {
    fn from(list: Vec<u8>) -> Self {
        Self(list)
    }
}

macro_rules! list {
    ($($generic:ident: $bound:ident)? => $type:ty, $element:ty, $into:expr) => {
        impl$(<$generic: $bound>)? sealed::Sealed for $type {}
        impl$(<$generic: $bound>)? List for $type {
            type Element = $element;
        }
        impl$(<$generic: $bound>)? Value for $type {
            type Set<'a> = &'a [$element];
            fn read(field: &RawField, _: Kind, packet: &RawPacket, row: u32) -> Result<Self> {
                Ok($into(<$element>::list(field, packet, row)?))
            }
            fn write(field: &RawField, packet: &RawPacket, row: u32, list: &[$element]) -> Result<()> {
                <$element>::set_list(field, packet, row, list)
            }
            fn read_column(field: &RawField, _: Kind, packet: &RawPacket) -> Result<Vec<Self>> {
                Ok(<$element>::lists(field, packet)?.into_lists().map($into).collect())
            }
            fn unset(field: &RawField, _: Kind, packet: &RawPacket, row: u32) -> Result<()> {
                Ok(field.unset_many(packet, &[row])?)
            }
        }
        impl$(<$generic: $bound>)? FieldType for $type {
            const KIND: Kind = Kind::Other;
            const ELEMENT_KIND: Option<Kind> = Some(<$element>::KIND);
            const NAME: &'static str = <$element>::LIST;
            fn add(source: &RawSource, name: &str) -> Result<RawField> {
                Ok(host::add_list_field(source, name, <$element>::KIND)?)
            }
            fn misfit(field: &RawField, kind: Kind) -> Option<String> {
                fit::list_misfit(kind, host::element_kind(field), <$element>::NAME)
            }
            fn write_column(field: &RawField, packet: &RawPacket, values: &[Self]) -> Result<()> {
                let lists: Lists<$element> = values.iter().map(|list| list.iter().cloned()).collect();
                <$element>::set_lists(field, packet, lists)
            }
        }
    };
}

list!(E: Element => Vec<E>, E, |list| list);
list!(=> U8List, u8, U8List);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_that_are_advised() {
        fn check<T: List>() {
            let other = fit::list_misfit(Kind::Other, T::ELEMENT_KIND, "").unwrap();
            let advised = other.split("ask for ").nth(1).unwrap();
            assert_eq!(advised.split(" or ").next(), Some(T::NAME));
        }
        check::<Vec<bool>>();
        check::<Vec<i8>>();
        check::<Vec<i16>>();
        check::<Vec<i32>>();
        check::<Vec<i64>>();
        check::<U8List>();
        check::<Vec<u16>>();
        check::<Vec<u32>>();
        check::<Vec<u64>>();
        check::<Vec<f32>>();
        check::<Vec<f64>>();
        check::<Vec<String>>();
        check::<Vec<Vec<u8>>>();
    }
}
