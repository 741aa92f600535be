/** What a function of the interface is called in one SDK. */
export type SdkName =
  /** These do it: `openSource`, `Source.open`, `Source::open`. */
  | readonly string[]
  /** The SDK calls it by itself: for what. */
  | { inside: string }
  /** The SDK does not call it; it is there in the raw binding. Why it is not missed. */
  | { raw: string };

/** The same function in each SDK. */
export interface SdkNames {
  typescript: SdkName;
  rust: SdkName;
  go: SdkName;
}

const get = names(['Field.get'], ['Field::get'], ['Field.Get', 'AnyField.Value']);
const set = names(['Field.set'], ['Field::set'], ['Field.Set', 'AnyField.SetValue']);
const column = names(['Field.column'], ['Field::column'], ['Field.Column']);
const setColumn = names(['Field.setColumn'], ['Field::set_column'], ['Field.SetColumn']);

const getList = names(['ListField.get'], ['Field::get'], ['ListField.Get', 'AnyField.ListValue']);
const setList = names(['ListField.set'], ['Field::set'], ['ListField.Set', 'AnyField.SetListValue']);
const listColumn = names(['Field.column'], ['Field::lists'], ['ListField.Column']);
const setListColumn = names(['Field.setColumn'], ['Field::set_lists'], ['ListField.SetColumn']);

/**
 * Every function of `gadget:api`, as `interface/function` or `interface/resource.function`, and what it is called in the
 * SDKs. Kept by hand; `npm run gen` and `npm run check` refuse one that is left out, too many, or not so any more.
 */
export const sdkNames: Readonly<Record<string, SdkNames>> = {
  'logging/log': names(
    ['log.error', 'log.warn', 'log.info', 'log.debug', 'log.trace'],
    ['error!', 'warn!', 'info!', 'debug!', 'trace!', 'log::write'],
    ['Log'],
  ),
  'logging/log-with': names(['logWith'], ['log::write_with'], ['LogWith']),
  'logging/enabled': names(['log.enabled'], ['log::enabled'], ['LogEnabled']),

  'packet/packet.len': names(['Packet.length'], ['Packet::len'], ['Packet.Len']),
  'packet/packet.append': names(['Packet.append'], ['Packet::append'], ['Packet.Append']),
  'packet/packet.discard': names(['Row.discard', 'Packet.discard'], ['Row::discard'], ['Row.Discard']),
  'packet/packet.discard-many': names(
    ['Packet.discardMany'],
    ['Packet::discard_many'],
    ['Packet.DiscardMany'],
  ),
  'packet/packet.emit': names(['Packet.emit'], ['Packet::emit'], ['Packet.Emit']),

  'field/field.name': names(['Field.name'], ['Field::name'], ['Field.Name']),
  'field/field.kind': names(['Field.kind'], ['Field::kind'], ['Field.Kind']),
  'field/field.fixed-size': names(['Field.fixedSize'], ['Field::fixed_size'], ['Field.FixedSize']),
  'field/field.requested': names(['Field.requested'], ['Field::requested'], ['Field.Requested']),
  'field/field.tags': names(['Field.tags'], ['Field::tags'], ['Field.Tags']),
  'field/field.annotations': names(['Field.annotations'], ['Field::annotations'], ['Field.Annotations']),
  'field/field.add-tag': names(['Field.addTag'], ['Field::add_tag'], ['Field.AddTag']),
  'field/field.annotate': names(['Field.annotate'], ['Field::annotate'], ['Field.Annotate']),
  'field/field.set-hidden': names(['Field.setHidden'], ['Field::set_hidden'], ['Field.SetHidden']),
  'field/field.is-set': names(['Field.isSet'], ['Field::is_set'], ['Field.IsSet']),
  'field/field.unset': names(['Field.unset'], ['Field::unset'], ['Field.Unset']),
  'field/field.get-bool': get,
  'field/field.get-s32': get,
  'field/field.get-u32': get,
  'field/field.get-s64': get,
  'field/field.get-u64': get,
  'field/field.get-f64': get,
  'field/field.get-text': get,
  'field/field.get-bytes': get,
  'field/field.set-bool': set,
  'field/field.set-s32': set,
  'field/field.set-u32': set,
  'field/field.set-s64': set,
  'field/field.set-u64': set,
  'field/field.set-f64': set,
  'field/field.set-text': set,
  'field/field.set-bytes': set,
  'field/field.column-is-set': names(['Field.isSetColumn'], ['Field::is_set_column'], ['Field.IsSetColumn']),
  'field/field.column-s32': column,
  'field/field.column-u32': column,
  'field/field.column-s64': column,
  'field/field.column-u64': column,
  'field/field.column-f64': column,
  'field/field.column-text': { ...column, go: { raw: '`Field.Column` reads text as one block' } },
  'field/field.column-packed': names(
    ['TextField.packed', 'BytesField.packed'],
    ['Field::packed'],
    ['Field.Packed'],
  ),
  'field/field.set-column-s32': setColumn,
  'field/field.set-column-u32': setColumn,
  'field/field.set-column-s64': setColumn,
  'field/field.set-column-u64': setColumn,
  'field/field.set-column-f64': setColumn,
  'field/field.set-column-text': setColumn,
  'field/field.set-column-packed': names(
    ['TextField.setPacked', 'BytesField.setPacked'],
    ['Field::set_packed'],
    ['Field.SetPacked'],
  ),
  'field/field.hidden': names(['isHidden'], ['Field::hidden'], ['Field.Hidden']),
  'field/field.unset-many': names(['unsetMany'], ['Field::unset_many'], ['Field.UnsetMany']),

  'datasource/data-source.create': names(['createSource'], ['Source::create'], ['CreateSource']),
  'datasource/data-source.open': names(['openSource'], ['Source::open'], ['OpenSource']),
  'datasource/data-source.names': names(['sourceNames'], ['source_names'], ['SourceNames']),
  'datasource/data-source.name': names(['Source.name'], ['Source::name'], ['Source.Name']),
  'datasource/data-source.delivery': names(['Source.delivery'], ['Source::delivery'], ['Source.Delivery']),
  'datasource/data-source.fields': names(['Source.fields'], ['Source::fields'], ['Source.Fields']),
  'datasource/data-source.get-field': names(
    ['Source.field'],
    ['Source::field', 'Source::any_field'],
    ['FieldOf', 'Source.Field'],
  ),
  'datasource/data-source.add-field': names(
    ['Source.addField'],
    ['Source::add_field'],
    ['AddField', 'Source.AddField'],
  ),
  'datasource/data-source.set-hidden': names(
    ['Source.setHidden'],
    ['Source::set_hidden'],
    ['Source.SetHidden'],
  ),
  'datasource/data-source.subscribe': names(['subscribe'], ['Source::subscribe'], ['Source.Subscribe']),
  'datasource/data-source.new-packet': names(
    ['Source.newPacket'],
    ['Source::new_packet'],
    ['Source.NewPacket'],
  ),
  'datasource/data-source.hidden': names(['isHidden'], ['Source::hidden'], ['Source.Hidden']),
  'datasource/data-source.describe-fields': names(
    ['describeFields'],
    ['Source::describe_fields'],
    ['Source.DescribeFields'],
  ),
  'datasource/unsubscribe': names(['unsubscribe'], ['Subscription::unsubscribe'], ['Source.Unsubscribe']),

  'lists/element-kind': names(
    ['elementKind', 'ListField.elementKind'],
    ['Field::element_kind'],
    ['AnyField.ElementKind'],
  ),
  'lists/add-list-field': names(
    ['addListField'],
    ['Source::add_field', 'Source::add_any_list_field'],
    ['AddListField', 'Source.AddListField'],
  ),
  'lists/get-s32': getList,
  'lists/get-u32': getList,
  'lists/get-s64': getList,
  'lists/get-u64': getList,
  'lists/get-f64': getList,
  'lists/get-text': getList,
  'lists/get-packed': names(['ListField.get'], ['Field::elements'], ['AnyField.PackedList']),
  'lists/set-s32': setList,
  'lists/set-u32': setList,
  'lists/set-s64': setList,
  'lists/set-u64': setList,
  'lists/set-f64': setList,
  'lists/set-text': setList,
  'lists/set-packed': names(['ListField.set'], ['Field::set_elements'], ['AnyField.SetPackedList']),
  'lists/column-s32': listColumn,
  'lists/column-u32': listColumn,
  'lists/column-s64': listColumn,
  'lists/column-u64': listColumn,
  'lists/column-f64': listColumn,
  'lists/column-text': { ...listColumn, go: { raw: '`ListField.Column` reads text as one block' } },
  'lists/column-packed': names(['BlockListField.packed'], ['Field::packed'], ['AnyField.PackedLists']),
  'lists/set-column-s32': setListColumn,
  'lists/set-column-u32': setListColumn,
  'lists/set-column-s64': setListColumn,
  'lists/set-column-u64': setListColumn,
  'lists/set-column-f64': setListColumn,
  'lists/set-column-text': setListColumn,
  'lists/set-column-packed': names(
    ['BlockListField.setPacked'],
    ['Field::set_packed'],
    ['AnyField.SetPackedLists'],
  ),

  'params/get': names(
    ['param', 'params.number', 'params.boolean', 'params.duration'],
    ['param', 'params::parse', 'params::duration'],
    ['Param', 'ParamOr', 'ParamInt', 'ParamNumber', 'ParamBool', 'ParamMilliseconds'],
  ),
  'params/all': names(['params.all'], ['params::all'], ['Params']),

  'clock/wall': names(['clock.wall'], ['wall'], ['WallClock']),
  'clock/monotonic': names(['clock.monotonic'], ['monotonic'], ['MonotonicClock']),
  'clock/now': names(['now'], ['now'], ['Now']),
  'random/seed': names({ inside: 'to seed `Math.random()`' }, ['seed'], ['Seed']),
  'timer/every': names(['every'], ['every'], ['Every']),
  'timer/once': names(['after'], ['once'], ['Once']),
  'timer/cancel': names(['Timer.cancel'], ['Timer::cancel'], ['Timer.Cancel']),
  'handles/usage': names(['handleUsage'], ['handle_usage'], ['Handles']),

  'lifecycle/init': names(['GadgetHooks.init'], ['Gadget::init'], ['Hooks.Init']),
  'lifecycle/start': names(['GadgetHooks.start'], ['Gadget::start'], ['Hooks.Start']),
  'lifecycle/stop': names(['GadgetHooks.stop'], ['Gadget::stop'], ['Hooks.Stop']),
  'handler/on-packet': names(
    { inside: 'to call back what `subscribe` was given' },
    ['Gadget::on_packet', 'Gadget::on_owned_packet'],
    { inside: 'to call back what `Source.Subscribe` was given' },
  ),
  'ticker/on-tick': names({ inside: 'to call back what `every` was given' }, ['Gadget::on_tick'], {
    inside: 'to call back what `Every` was given',
  }),
  'losses/on-loss': names({ inside: 'to call back what `onLoss` was given' }, ['Gadget::on_loss'], {
    inside: 'to call back what `Source.OnLoss` was given',
  }),
};

function names(typescript: SdkName, rust: SdkName, go: SdkName): SdkNames {
  return { typescript, rust, go };
}
