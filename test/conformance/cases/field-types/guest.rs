use gadget_guest::{AnyField, Field, Gadget, Packet, Purpose, Result, Source, Subscription, Verdict};

macro_rules! guest {
    ($($name:ident: $type:ty),+) => {
        pub struct Guest {
            all: Vec<AnyField>,
            $($name: Field<$type>,)+
            text: Field<String>,
            bytes: Field<Vec<u8>>,
        }

        impl Guest {
            fn open(source: &Source) -> Result<Self> {
                Ok(Self {
                    all: source.fields()?,
                    $($name: source.field(stringify!($name))?,)+
                    text: source.field("text")?,
                    bytes: source.field("bytes")?,
                })
            }

            fn copy(&self, packet: &Packet) -> Result<()> {
                let (given, by_type) = (packet.row(0), packet.row(1));
                $(self.$name.set(by_type, self.$name.get(given)?)?;)+
                self.text.set(by_type, &self.text.get(given)?)?;
                self.bytes.set(by_type, &self.bytes.get(given)?)
            }

            fn copy_columns(&self, packet: &Packet) -> Result<()> {
                $(self.$name.set_column(packet, &self.$name.column(packet)?)?;)+
                self.text.set_column(packet, &self.text.column(packet)?)?;
                self.bytes.set_column(packet, &self.bytes.column(packet)?)
            }
        }
    };
}

guest!(
    boolean: bool, int8: i8, int16: i16, int32: i32, int64: i64, uint8: u8, uint16: u16, uint32: u32,
    uint64: u64, float32: f32, float64: f64
);

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let open = Source::open("open")?;
        open.subscribe()?;
        Self::open(&open)
    }

    fn on_packet(&mut self, _: Subscription, packet: &Packet) -> Result<Verdict> {
        self.copy(packet)?;
        for field in &self.all {
            field.set(packet.row(2), field.get(packet.row(0))?)?;
        }
        self.copy_columns(packet)?;
        Ok(Verdict::Keep)
    }
}
