package gadget

// Purpose is why a gadget is initialised.
type Purpose uint8

const (
	// Inspect: somebody only wants to know what the gadget declares; Start never comes.
	Inspect Purpose = iota
	// Run: packets will follow.
	Run
)

// String is `inspect` or `run`.
func (purpose Purpose) String() string {
	if purpose == Inspect {
		return "inspect"
	}
	return "run"
}

// InitInfo is what Init is told.
type InitInfo struct {
	Purpose Purpose
}

// Hooks are what the host calls, each optional. One that fails ends the run with its error.
type Hooks struct {
	// Init declares what the gadget works with: opens or creates sources, gets or adds fields, subscribes. Runs first,
	// once. What it keeps in local variables, its callbacks share.
	Init func(info InitInfo) error
	// Start is called when all gadgets have declared; packets follow. May emit.
	Start func() error
	// Stop is called last. What it emits still reaches the gadgets behind.
	Stop func() error
}

var (
	hooks         Hooks
	registered    bool
	subscriptions = map[uint32]func(*Packet) (Verdict, error){}
	losses        = map[uint32]func(Loss) error{}
	timers        = map[uint32]func() error{}
)

// Register says what the gadget is. To be called once, in func init of package main; func main is empty. Panics the second
// time.
func Register(gadget Hooks) {
	if registered {
		panic("gadget.Register was called twice")
	}
	hooks, registered = gadget, true
}
