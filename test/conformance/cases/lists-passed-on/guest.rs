use crate::kit::accessors::ACCESSORS;
use crate::kit::lists::lists_of;
use crate::kit::{Show, Word, see};
use gadget_guest::{
    AnyField, Field, Gadget, Lists, Packet, Purpose, Result, Source, Subscription, Verdict, param,
};

pub enum Guest {
    /// As a gadget is that was made for 1.0.
    PassesOn {
        args: AnyField,
        ports: AnyField,
    },
    Reads {
        args: Field<Vec<String>>,
        ports: Field<Vec<u16>>,
    },
}

impl Gadget for Guest {
    fn init(_: Purpose) -> Result<Self> {
        let open = Source::open("open")?;
        open.subscribe()?;
        if param("role").as_deref() == Some("second") {
            return Ok(Self::Reads { args: open.field("args")?, ports: open.field("ports")? });
        }
        let (args, ports) = (open.any_field("args")?, open.any_field("ports")?);
        for field in [&args, &ports] {
            let size = field.fixed_size().map_or("none".to_string(), |size| size.show());
            let words = [field.kind().show(), size, field.tags().show()];
            see(&field.name(), Word(&words.join(", ")));
        }
        Ok(Self::PassesOn { args, ports })
    }

    fn on_packet(&mut self, _: Subscription, packet: &Packet) -> Result<Verdict> {
        match self {
            Self::PassesOn { args, ports } => {
                for accessor in ACCESSORS {
                    let answer = (accessor.get)(args, packet, 0);
                    see(&format!("args as {}", accessor.name), Word(&answer));
                }
                see("args is set", args.is_set_column(packet)?);
                see("ports is set", ports.is_set_column(packet)?);
                packet.row(1).discard()?;
                packet.append(1)?;
            }
            Self::Reads { args, ports } => {
                let lists = args.lists(packet)?;
                see("args", lists_of(lists.ends(), lists.values()));
                see("ports", wide(&ports.lists(packet)?));
                see("args is set", args.is_set_column(packet)?);
                ports.set(packet.row(3), &[7])?;
            }
        }
        Ok(Verdict::Keep)
    }
}

/// As numbers that the kit shows.
fn wide(lists: &Lists<u16>) -> Vec<Vec<u32>> {
    lists.iter().map(|list| list.iter().copied().map(u32::from).collect()).collect()
}
