package gadget

// LossCause is where rows were lost.
type LossCause uint8

const (
	// LossOverflow: they came faster than they could be taken, and there was no place to keep them.
	LossOverflow LossCause = iota
	// LossUnreadable: there was something, and the source could not make rows of it.
	LossUnreadable
	// LossFailed: a gadget before this one failed while it had them.
	LossFailed
	// LossOther: some other way.
	LossOther
)

// String is `overflow`, `unreadable`, `failed` or `other`.
func (cause LossCause) String() string {
	switch cause {
	case LossOverflow:
		return "overflow"
	case LossUnreadable:
		return "unreadable"
	case LossFailed:
		return "failed"
	}
	return "other"
}

// Loss is rows of a source that did not and will not come.
type Loss struct {
	// Rows is how many were lost for this cause since the last call; 4,294,967,295 means as many or more. It is what the
	// host can count: of what could not be read, each piece counts as one.
	Rows uint32
	// Cause is where they were lost.
	Cause LossCause
}

// OnLoss calls back when rows of the source were lost, if this gadget subscribes to it: before the next packet, or before Stop
// when none comes. In Init, before or after [Source.Subscribe]; the last callback counts. What a gadget discards is not lost.
//
// If the callback fails, what it emitted is undone, and the packet comes all the same. A host with gadget:api 1.0 runs the
// gadget and never calls back.
func (source *Source) OnLoss(callback func(loss Loss) error) {
	hearLosses()
	source.onLoss = callback
	if source.subscribed {
		losses[source.subscription] = callback
	}
}
