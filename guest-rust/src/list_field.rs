//! What a field of lists has beyond what every field has.

use crate::element::{Number, Transfer};
use crate::error::Result;
use crate::field::Field;
use crate::list::List;
use crate::lists::Lists;
use crate::packed::Packed;
use crate::packed_lists::PackedLists;
use crate::packet::{Packet, Row};
use crate::raw::gadget::api::lists as host;
use crate::update::changed;
use std::borrow::Cow;

impl<T: List> Field<T> {
    /// All lists of the packet, in order of rows; a copy. An empty list where unset. For text and bytes,
    /// [`packed`](Self::packed) needs no allocation per element.
    pub fn lists(&self, packet: &Packet) -> Result<Lists<T::Element>> {
        T::Element::lists(self.raw(), packet.raw())
    }

    /// Sets all lists of the packet, all or none. Every row is set afterwards. Takes the lists, as they need not be copied
    /// then.
    ///
    /// Fails with `out-of-range` unless there are exactly [`Packet::len`] lists and the field can hold every element; with
    /// `limit-exceeded` when one is longer than 16 MiB or all of them than 256 MiB.
    pub fn set_lists(&self, packet: &Packet, lists: Lists<T::Element>) -> Result<()> {
        T::Element::set_lists(self.raw(), packet.raw(), lists)
    }

    /// Those rows that have no value. Only a list that reads as empty can be unset.
    fn unset_rows(&self, packet: &Packet, ends: &[u32]) -> Result<Vec<u32>> {
        let may_be_unset = ends.first() == Some(&0) || ends.windows(2).any(|pair| pair[0] == pair[1]);
        if !may_be_unset {
            return Ok(Vec::new());
        }
        let set = self.is_set_column(packet)?;
        Ok((0..).zip(set).filter(|(_, set)| !set).map(|(row, _)| row).collect())
    }

    /// Unsets what writing the whole column has set.
    fn unset_rows_again(&self, packet: &Packet, rows: &[u32]) -> Result<()> {
        if rows.is_empty() { Ok(()) } else { self.unset_many(packet, rows) }
    }
}

impl<T: List<Element: Number>> Field<T> {
    /// Changes elements in place: `change` is given each one there is, and answers the new one. Rows without a value stay
    /// so, and without elements nothing is written.
    ///
    /// Fails with `out-of-range` when the field cannot hold an answer; then no row has changed.
    pub fn update_elements(
        &self,
        packet: &Packet,
        mut change: impl FnMut(T::Element) -> T::Element,
    ) -> Result<()> {
        let mut lists = self.lists(packet)?;
        if lists.values().is_empty() {
            return Ok(());
        }
        lists.values_mut().iter_mut().for_each(|element| *element = change(*element));
        let unset = self.unset_rows(packet, lists.ends())?;
        self.set_lists(packet, lists)?;
        self.unset_rows_again(packet, &unset)
    }
}

macro_rules! blocks {
    ($type:ty, $borrowed:ty, $values:ident) => {
        impl Field<Vec<$type>> {
            /// The list of one row as one block: two allocations, however many elements there are.
            pub fn elements(&self, row: Row<'_>) -> Result<Packed> {
                Ok(Packed::variable(host::get_packed(self.raw(), row.packet().raw(), row.index())?))
            }

            /// Sets the list of one row from anything that gives its elements: `set_elements(row, ["a", "b"])`.
            ///
            /// Fails with `limit-exceeded` for more than 16 MiB, or when the column would hold more than 256 MiB.
            pub fn set_elements(
                &self,
                row: Row<'_>,
                elements: impl IntoIterator<Item: AsRef<$borrowed>>,
            ) -> Result<()> {
                let mut block = Packed::new();
                elements.into_iter().for_each(|element| block.push(AsRef::<$borrowed>::as_ref(&element)));
                Ok(host::set_packed(self.raw(), row.packet().raw(), row.index(), &block.raw)?)
            }

            /// All lists of the packet with their elements in one block: three allocations, however many rows there are.
            pub fn packed(&self, packet: &Packet) -> Result<PackedLists> {
                Ok(PackedLists::from_raw(host::column_packed(self.raw(), packet.raw())?))
            }

            /// Sets all lists of the packet, elements stored as they are. Every row is set afterwards. Takes the lists, as
            /// they need not be copied then.
            ///
            /// Fails with `out-of-range` unless there are exactly [`Packet::len`] lists; with `limit-exceeded` when one
            /// is longer than 16 MiB or all of them than 256 MiB.
            pub fn set_packed(&self, packet: &Packet, lists: PackedLists) -> Result<()> {
                Ok(host::set_column_packed(self.raw(), packet.raw(), &lists.into_raw())?)
            }

            /// Changes elements in place: `change` is given each one there is, and answers the new one, or the same. Rows
            /// without a value stay so, and when nothing changes nothing is written.
            ///
            /// Fails with `limit-exceeded` for too much; then no row has changed.
            pub fn update_elements(
                &self,
                packet: &Packet,
                mut change: impl FnMut(&$borrowed) -> Cow<'_, $borrowed>,
            ) -> Result<()> {
                let before = self.packed(packet)?;
                let elements = before.elements();
                let values = elements.$values().map(|element| changed(element.into(), &mut change));
                let Some(after) = elements.changed(values) else {
                    return Ok(());
                };
                let unset = self.unset_rows(packet, before.ends())?;
                self.set_packed(packet, before.with_elements(after))?;
                self.unset_rows_again(packet, &unset)
            }
        }
    };
}

blocks!(String, str, texts);
blocks!(Vec<u8>, [u8], iter);
