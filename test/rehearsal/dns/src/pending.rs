use gadget_guest::HashMap;

/// What a response has in common with its query.
#[derive(PartialEq, Eq, Hash)]
pub struct Key {
    pub id: u16,
    pub client: String,
    pub server: String,
}

/// Queries that wait for their responses. Times are nanoseconds, and those of the events.
pub struct Pending {
    timeout: u64,
    most: usize,
    asked: HashMap<Key, u64>,
}

impl Pending {
    pub fn new(timeout: u64, most: usize) -> Self {
        Self { timeout, most, asked: HashMap::default() }
    }

    pub fn len(&self) -> usize {
        self.asked.len()
    }

    /// Remembers a query. One of too many is not remembered: its response has no latency.
    pub fn asked(&mut self, key: Key, at: u64) {
        if self.asked.len() >= self.most {
            let timeout = self.timeout;
            self.asked.retain(|_, asked| at.saturating_sub(*asked) <= timeout);
        }
        if self.asked.len() < self.most {
            self.asked.insert(key, at);
        }
    }

    /// How long the response took; none without a query, and when it is late or earlier than its query.
    pub fn answered(&mut self, key: &Key, at: u64) -> Option<u64> {
        let latency = at.checked_sub(self.asked.remove(key)?)?;
        (latency <= self.timeout).then_some(latency)
    }
}
