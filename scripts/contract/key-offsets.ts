import { EVENT_ID, type Event, getScalarValue, parseEvents, type ScalarEvent, YAMLException } from "js-yaml";

/** Where in a text of YAML the key that leads to a node begins, or the node itself in a list: as far as the path leads. */
export type KeyOffsets = (path: readonly string[]) => number;

/** A node of the text, and where each of its parts begins. */
interface Place {
  readonly parts: Map<string, { readonly offset: number; readonly place: Place }>;
}

export function createKeyOffsets(text: string): KeyOffsets {
  const root = readPlaces(text);
  return (path) => {
    let place: Place | undefined = root;
    let offset = 0;
    for (const step of path) {
      const part: { readonly offset: number; readonly place: Place } | undefined = place?.parts.get(step);
      if (!part) break;
      ({ offset, place } = part);
    }
    return offset;
  };
}

function readPlaces(text: string): Place | undefined {
  const anchors = new Map<string, Place>();
  const events = eventsOf(text);
  let next = 0;

  const read = (): { offset: number; place: Place } => {
    const event = events[next++];
    const place: Place = { parts: new Map() };
    if (!event || event.type === EVENT_ID.POP || event.type === EVENT_ID.DOCUMENT) return { offset: 0, place };
    const anchor = text.slice(event.anchorStart, event.anchorEnd);
    if (event.type === EVENT_ID.ALIAS) return { offset: event.anchorStart, place: anchors.get(anchor) ?? place };
    if (event.anchorStart >= 0) anchors.set(anchor, place);
    if (event.type === EVENT_ID.SCALAR) return { offset: event.valueStart, place };
    for (let index = 0; next < events.length && events[next]?.type !== EVENT_ID.POP; index++) {
      const key = event.type === EVENT_ID.MAPPING ? readKey() : undefined;
      const part = read();
      place.parts.set(key?.name ?? String(index), { offset: key?.offset ?? part.offset, place: part.place });
    }
    next++;
    return { offset: event.start, place };
  };

  const readKey = (): { name: string; offset: number } => {
    const event = events[next];
    const { offset } = read();
    return { name: event?.type === EVENT_ID.SCALAR ? getScalarValue(text, event as ScalarEvent) : "", offset };
  };

  if (events[0]?.type === EVENT_ID.DOCUMENT) next++;
  return read().place;
}

/** What is no YAML has been reported where it was read. */
function eventsOf(text: string): Event[] {
  try {
    return parseEvents(text, {});
  } catch (error) {
    if (error instanceof YAMLException) return [];
    throw error;
  }
}
