use std::net::IpAddr;

/// What is told of a DNS message (RFC 1035).
pub struct Message {
    pub id: u16,
    pub response: bool,
    pub rcode: u8,
    /// Name and type of the first question; none when there is none.
    pub question: Option<(String, u16)>,
    pub answers: u16,
    /// Of the A and AAAA records among the answers, in their order.
    pub addresses: Vec<IpAddr>,
}

/// None for what is malformed: cut short, a name that is too long or leads in a circle, a record of the wrong size.
pub fn parse(data: &[u8]) -> Option<Message> {
    let mut reader = Reader { data, at: 0 };
    let id = reader.u16()?;
    let flags = reader.u16()?;
    let (questions, answers) = (reader.u16()?, reader.u16()?);
    reader.take(4)?;
    let mut question = None;
    for _ in 0..questions {
        let name = reader.name()?;
        let asked = (name, reader.u16()?);
        reader.u16()?;
        question.get_or_insert(asked);
    }
    let mut addresses = Vec::new();
    for _ in 0..answers {
        addresses.extend(reader.address()?);
    }
    Some(Message {
        id,
        response: flags & 0x8000 != 0,
        rcode: (flags & 0xf) as u8,
        question,
        answers,
        addresses,
    })
}

/// `A`, `AAAA` … `TYPE65280`.
pub fn type_name(qtype: u16) -> String {
    let name = match qtype {
        1 => "A",
        2 => "NS",
        5 => "CNAME",
        6 => "SOA",
        12 => "PTR",
        15 => "MX",
        16 => "TXT",
        28 => "AAAA",
        33 => "SRV",
        65 => "HTTPS",
        _ => return format!("TYPE{qtype}"),
    };
    name.to_string()
}

/// `NoError`, `NXDomain` … `RCODE15`.
pub fn rcode_name(rcode: u8) -> String {
    match ["NoError", "FormErr", "ServFail", "NXDomain", "NotImp", "Refused"].get(usize::from(rcode)) {
        Some(name) => name.to_string(),
        None => format!("RCODE{rcode}"),
    }
}

struct Reader<'a> {
    data: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    fn u16(&mut self) -> Option<u16> {
        Some(u16::from_be_bytes(self.take(2)?.try_into().ok()?))
    }

    fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let taken = self.data.get(self.at..self.at.checked_add(length)?)?;
        self.at += length;
        Some(taken)
    }

    /// A name with a dot behind each label, the root as `.`. Dots and what is not printable are escaped, as in RFC 4343.
    fn name(&mut self) -> Option<String> {
        let mut name = String::new();
        let (mut at, mut length, mut behind) = (self.at, 0, None);
        loop {
            let first = usize::from(*self.data.get(at)?);
            match first {
                0 => break,
                1..=63 => {
                    length += first + 1;
                    if length > 254 {
                        return None;
                    }
                    append_label(&mut name, self.data.get(at + 1..at + 1 + first)?);
                    at += 1 + first;
                }
                192.. => {
                    let target = (first & 63) << 8 | usize::from(*self.data.get(at + 1)?);
                    behind.get_or_insert(at + 2);
                    // Backwards only, and labels have a most: a circle comes to an end.
                    if target >= at {
                        return None;
                    }
                    at = target;
                }
                _ => return None,
            }
        }
        self.at = behind.unwrap_or(at + 1);
        Some(if name.is_empty() { ".".to_string() } else { name })
    }

    /// The next record's address, if it holds one. None within for another type of record.
    fn address(&mut self) -> Option<Option<IpAddr>> {
        self.name()?;
        let rtype = self.u16()?;
        let class = self.u16()?;
        self.take(4)?;
        let length = self.u16()?;
        let value = self.take(length.into())?;
        Some(match (class, rtype) {
            (1, 1) => Some(IpAddr::from(<[u8; 4]>::try_from(value).ok()?)),
            (1, 28) => Some(IpAddr::from(<[u8; 16]>::try_from(value).ok()?)),
            _ => None,
        })
    }
}

fn append_label(name: &mut String, label: &[u8]) {
    for &byte in label {
        match byte {
            b'.' | b'\\' => name.extend(['\\', byte.into()]),
            0x21..=0x7e => name.push(byte.into()),
            _ => name.push_str(&format!("\\{byte:03}")),
        }
    }
    name.push('.');
}
