pub use crate::raw::gadget::api::datasource::{Delivery, FieldDescription};

use crate::error::Result;
use crate::field::{AnyField, AnyListField, Field};
use crate::kind::Kind;
use crate::packet::Packet;
use crate::raw::gadget::api::datasource::{self as host, DataSource as Raw};
use crate::raw::gadget::api::lists;
use crate::value::FieldType;

/// A named stream of rows that all have the same fields.
#[derive(Debug)]
pub struct Source {
    raw: Raw,
}

/// What [`Source::subscribe`] answers, and [`Gadget::on_packet`](crate::Gadget::on_packet) gets with each packet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Subscription(u32);

impl Subscription {
    pub(crate) fn new(id: u32) -> Self {
        Self(id)
    }

    /// Its number: counted from 0 over all sources, in the order of the calls.
    pub fn id(self) -> u32 {
        self.0
    }

    /// Ends it: no packet and no news of lost rows comes after this. The packet at hand stays as it is, and the source
    /// can't be subscribed to again. Twice is fine, and so is any hook.
    pub fn unsubscribe(self) {
        host::unsubscribe(self.0);
    }
}

impl Source {
    /// A source that exists: the host's, or one that a gadget before this one created.
    ///
    /// Fails with `not-found`.
    pub fn open(name: &str) -> Result<Self> {
        Ok(Self { raw: Raw::open(name)? })
    }

    /// Makes a source of this gadget's own. In `init`. Give it fields with [`add_field`](Self::add_field), then fill it
    /// with [`new_packet`](Self::new_packet).
    ///
    /// Fails with `already-exists`; with `not-now` after `init`; with `out-of-range` for [`Delivery::Other`].
    pub fn create(name: &str, delivery: Delivery) -> Result<Self> {
        Ok(Self { raw: Raw::create(name, delivery)? })
    }

    /// The source's name.
    pub fn name(&self) -> String {
        self.raw.name()
    }

    /// What its packets mean.
    pub fn delivery(&self) -> Delivery {
        self.raw.delivery()
    }

    /// A field of this source, read as `T`: `source.field::<u32>("pid")?`, or by the type of what it is stored in.
    ///
    /// Fails with `not-found`, and with `wrong-kind` when the field's values do not all fit `T`; the text says what works.
    pub fn field<T: FieldType>(&self, name: &str) -> Result<Field<T>> {
        Field::new(self.raw.get_field(name)?)
    }

    /// A field of this source as the kind it has.
    pub fn any_field(&self, name: &str) -> Result<AnyField> {
        Ok(Field::new_any(self.raw.get_field(name)?))
    }

    /// Every field there is now, each as the kind it has. In `init` it counts as asking for all of them.
    pub fn fields(&self) -> Result<Vec<AnyField>> {
        Ok(self.raw.fields()?.into_iter().map(Field::new_any).collect())
    }

    /// What each field is that exists now, in the order of their declaration. Unlike [`fields`](Self::fields) it takes no
    /// handles and does not count as asking for them: look here for what to ask for.
    pub fn describe_fields(&self) -> Vec<FieldDescription> {
        self.raw.describe_fields()
    }

    /// Adds a field, unset in every row: `add_field::<u32>("pid")`, or of lists, `add_field::<Vec<String>>("names")`. In
    /// `init`. A dot makes it a child: `parent.pid`.
    ///
    /// Fails with `already-exists`; with `not-now` after `init`; with `limit-exceeded` above 1024 fields.
    pub fn add_field<T: FieldType>(&self, name: &str) -> Result<Field<T>> {
        Field::new(T::add(&self.raw, name)?)
    }

    /// Adds a field of a kind that shows at run time. In `init`.
    ///
    /// Fails as [`add_field`](Self::add_field) does, and with `wrong-kind` for [`Kind::Other`].
    pub fn add_any_field(&self, name: &str, kind: Kind) -> Result<AnyField> {
        Ok(Field::new_any(self.raw.add_field(name, kind)?))
    }

    /// Adds a field of lists whose elements are of a kind that shows at run time. In `init`.
    ///
    /// Fails as [`add_field`](Self::add_field) does, and with `wrong-kind` for [`Kind::Other`].
    pub fn add_any_list_field(&self, name: &str, elements: Kind) -> Result<AnyListField> {
        Field::new_any(lists::add_list_field(&self.raw, name, elements)?).into_lists()
    }

    /// Whether outputs leave the source out unless they are asked for it by name.
    pub fn hidden(&self) -> bool {
        self.raw.hidden()
    }

    /// Whether outputs shall leave the source out unless they are asked for it by name. In `init`.
    pub fn set_hidden(&self, hidden: bool) -> Result<&Self> {
        self.raw.set_hidden(hidden)?;
        Ok(self)
    }

    /// Asks for the packets of this source, before any gadget behind this one sees them. In `init`, once for each source.
    ///
    /// Fails with `denied` unless the gadget [exports](crate::export!) its handler; with `already-exists` the second
    /// time; with `not-now` after `init`.
    pub fn subscribe(&self) -> Result<Subscription> {
        Ok(Subscription::new(self.raw.subscribe()?))
    }

    /// A packet of `rows` unset rows, to be filled and emitted. From `start` on.
    ///
    /// Fails with `denied` unless this gadget created the source.
    pub fn new_packet(&self, rows: u32) -> Result<Packet> {
        Ok(Packet::new(self.raw.new_packet(rows)?))
    }

    /// The generated binding.
    pub fn raw(&self) -> &Raw {
        &self.raw
    }
}

/// The names of all sources there are now, hidden ones included, in the order of their creation.
pub fn source_names() -> Vec<String> {
    Raw::names()
}
