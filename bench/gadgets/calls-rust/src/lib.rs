mod packed;
mod redact;

use gadget_guest::{
    ApiError, Field, Gadget, Packet, Purpose, Result, Source, Subscription, Verdict, info, param,
};
use redact::redact;

enum Job {
    Nothing,
    ReadPid,
    ReadText,
    RedactRows,
    RedactColumn,
    RedactPacked,
    CopyU32,
}

struct Calls {
    job: Job,
    pid: Field<u32>,
    uid: Field<u32>,
    filename: Field<String>,
    sum: u64,
}

impl Gadget for Calls {
    fn init(_: Purpose) -> Result<Self> {
        let job = match param("job").as_deref().unwrap_or("nothing") {
            "nothing" => Job::Nothing,
            "read-pid" => Job::ReadPid,
            "read-text" => Job::ReadText,
            "redact-rows" => Job::RedactRows,
            "redact-column" => Job::RedactColumn,
            "redact-packed" => Job::RedactPacked,
            "copy-u32" => Job::CopyU32,
            other => return Err(ApiError::other(format_args!("there is no job {other}"))),
        };
        let open = Source::open("open")?;
        open.subscribe()?;
        Ok(Self {
            job,
            pid: open.field("pid")?,
            uid: open.field("uid")?,
            filename: open.field("filename")?,
            sum: 0,
        })
    }

    fn on_packet(&mut self, _: Subscription, packet: &Packet) -> Result<Verdict> {
        match self.job {
            Job::Nothing => {}
            Job::ReadPid => {
                for row in packet {
                    self.sum += u64::from(self.pid.get(row)?);
                }
            }
            Job::ReadText => {
                for row in packet {
                    self.sum += self.filename.get(row)?.len() as u64;
                }
            }
            Job::RedactRows => {
                for row in packet {
                    self.filename.set(row, &redact(&self.filename.get(row)?))?;
                }
            }
            Job::RedactColumn => self.filename.update(packet, redact)?,
            Job::RedactPacked => {
                let before = self.filename.packed(packet)?;
                self.filename.set_packed(packet, &packed::redact(&before))?;
            }
            Job::CopyU32 => self.uid.set_column(packet, &self.pid.column(packet)?)?,
        }
        Ok(Verdict::Keep)
    }

    /// What was read is told, so that it can be checked.
    fn stop(&mut self) -> Result<()> {
        info!("sum {}", self.sum);
        Ok(())
    }
}

gadget_guest::export!(Calls: handler);
