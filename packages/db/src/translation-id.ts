import { randomFillSync } from 'node:crypto';

let lastMs = 0;
let sequence = 0;

/**
 * A new UUIDv7 (RFC 9562) as a string. The 12 bits after the millisecond count up, so that those of one process
 * sort in the order they were made in; when they run out, or the clock steps back, the time runs ahead.
 */
export function newTranslationId(): string {
  const bytes = randomFillSync(Buffer.allocUnsafe(16));
  const nowMs = Date.now();
  if (nowMs > lastMs) {
    lastMs = nowMs;
    sequence = bytes.readUInt16BE(6) & 0x3ff; // room to count
  } else if (++sequence > 0xfff) {
    lastMs++;
    sequence = 0;
  }
  bytes.writeUIntBE(lastMs, 0, 6);
  bytes.writeUInt16BE(0x7000 | sequence, 6);
  bytes[8] = 0x80 | ((bytes[8] as number) & 0x3f);
  return fromBytes(bytes);
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The 16 bytes of a UUID. Throws a `RangeError` on anything else. */
export function toBytes(id: string): Buffer {
  if (!uuid.test(id)) throw new RangeError('not a UUID');
  return Buffer.from(id.replaceAll('-', ''), 'hex');
}

/** The UUID of 16 bytes, in lower case. */
export function fromBytes(bytes: Buffer): string {
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
