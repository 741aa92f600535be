package gadget

import (
	"gadget-api/guest/internal/bindings/imports/gadget_api_datasource"
)

// Delivery is what the packets of a source mean.
type Delivery uint8

const (
	// Events: every row is news.
	Events Delivery = iota
	// Snapshots: one packet is one whole state and replaces the one before; with 0 rows it says "now there is nothing".
	Snapshots
	// OtherDelivery: a meaning this version has no word for. Rows can be read and changed; how packets belong together is
	// not known, and [CreateSource] fails with [ErrOutOfRange].
	OtherDelivery
)

// String is `events`, `snapshots` or `other`.
func (delivery Delivery) String() string {
	switch delivery {
	case Events:
		return "events"
	case Snapshots:
		return "snapshots"
	}
	return "other"
}

// Source is a named stream of rows that all have the same fields.
type Source struct {
	raw      *gadget_api_datasource.DataSource
	name     string
	delivery Delivery

	subscribed   bool
	subscription uint32
	onLoss       func(Loss) error
}

func sourceOf(raw *gadget_api_datasource.DataSource, err error) (*Source, error) {
	if err != nil {
		return nil, err
	}
	return &Source{raw: raw, name: raw.Name(), delivery: min(Delivery(raw.Delivery()), OtherDelivery)}, nil
}

// OpenSource is a source that exists: the host's, or one that a gadget before this one created. Fails with [ErrNotFound].
func OpenSource(name string) (*Source, error) {
	return sourceOf(valueOf(gadget_api_datasource.DataSourceOpen(validText(name))))
}

// CreateSource makes a source of this gadget's own. In Init. Give it fields with [AddField], then fill it with
// [Source.NewPacket]. Fails with [ErrAlreadyExists]; with [ErrNotNow] after Init; with [ErrOutOfRange] for [OtherDelivery].
func CreateSource(name string, delivery Delivery) (*Source, error) {
	return sourceOf(valueOf(gadget_api_datasource.DataSourceCreate(validText(name), uint8(min(delivery, OtherDelivery)))))
}

// SourceNames are the names of all sources there are now, hidden ones included.
func SourceNames() []string { return gadget_api_datasource.DataSourceNames() }

// Name is the source's name, as [OpenSource] takes it.
func (source *Source) Name() string { return source.name }

// Delivery is what its packets mean.
func (source *Source) Delivery() Delivery { return source.delivery }

// Field is a field of this source, as the kind it has; see [FieldOf] for one that is known. Fails with
// [ErrNotFound].
func (source *Source) Field(name string) (*AnyField, error) {
	raw, err := valueOf(source.raw.GetField(validText(name)))
	if err != nil {
		return nil, err
	}
	return newAnyField(raw), nil
}

// Fields are all fields there are now, each as the kind it has.
func (source *Source) Fields() ([]*AnyField, error) {
	raws, err := valueOf(source.raw.Fields())
	if err != nil {
		return nil, err
	}
	fields := make([]*AnyField, len(raws))
	for index, raw := range raws {
		fields[index] = newAnyField(raw)
	}
	return fields, nil
}

// AddField adds a field, unset in every row, where the kind is known at run time only; see the function [AddField].
func (source *Source) AddField(name string, kind Kind) (*AnyField, error) {
	raw, err := valueOf(source.raw.AddField(validText(name), uint8(kind)))
	if err != nil {
		return nil, err
	}
	return newAnyField(raw), nil
}

// SetHidden hides the source from outputs that were not asked for it by name. In Init.
func (source *Source) SetHidden(hidden bool) error {
	return errorOf(source.raw.SetHidden(hidden))
}

// Hidden reports whether outputs that were not asked for the source by name leave it out. Needs a host with gadget:api 1.1.
func (source *Source) Hidden() bool { return source.raw.Hidden() }

// Subscribe calls back with each packet of the source, before any gadget behind this one sees it. In Init, once for each
// source.
//
// The callback may read, write, append and discard rows. The packet is over when it returns. If it fails or panics, what
// it did to the packet is undone and the failure policy decides. Fails with [ErrAlreadyExists] the second time; with
// [ErrNotNow] after Init.
func (source *Source) Subscribe(callback func(packet *Packet) (Verdict, error)) error {
	subscription, err := valueOf(source.raw.Subscribe())
	if err != nil {
		return err
	}
	subscriptions[subscription] = callback
	source.subscribed, source.subscription = true, subscription
	if source.onLoss != nil {
		losses[subscription] = source.onLoss
	}
	return nil
}

// Unsubscribe ends what [Source.Subscribe] of this very *Source began: no more packets, and no more news of lost rows. The
// packet at hand stays as it is. For good: another [Source.Subscribe] to the source fails. Twice is fine. Needs a host with
// gadget:api 1.1.
func (source *Source) Unsubscribe() {
	if !source.subscribed {
		return
	}
	source.subscribed = false
	delete(subscriptions, source.subscription)
	delete(losses, source.subscription)
	gadget_api_datasource.Unsubscribe(source.subscription)
}

// NewPacket is a packet of this many unset rows, to be filled and emitted. From Start on. Fails with [ErrDenied] unless
// this gadget created the source.
func (source *Source) NewPacket(rows uint32) (*Packet, error) {
	raw, err := valueOf(source.raw.NewPacket(rows))
	if code, ok := err.(*Error); ok && code.Code == CodeLimitExceeded {
		// Perhaps packets were forgotten, and nobody has looked yet.
		collect()
		raw, err = valueOf(source.raw.NewPacket(rows))
	}
	if err != nil {
		return nil, err
	}
	return &Packet{raw: raw}, nil
}

// Raw is the generated binding, for what is left out here.
func (source *Source) Raw() *gadget_api_datasource.DataSource { return source.raw }
