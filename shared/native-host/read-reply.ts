import { type ProbeCode, probeCodes } from "../handshake/probe-problem.ts";
import { isTrust } from "../observation/observation.ts";
import { isObject, isWhole } from "./json-shape.ts";
import { type HostReply, largestReply, type RefusalCode, refusalCodes } from "./protocol.ts";

/** A reply out of what the browser delivered; undefined for anything that is not exactly one. Never throws. */
export function readHostReply(message: unknown): HostReply | undefined {
  if (!isObject(message)) return undefined;
  const { id, type } = message;
  if (type === "refused") return readRefusal(message);
  if (!isWhole(id)) return undefined;
  switch (type) {
    case "hello": {
      const { protocol, version, can, starttls } = message;
      if (!isWhole(protocol) || !isText(version) || !isTexts(can) || !isTexts(starttls)) return undefined;
      return { id, type, protocol, version, can, starttls };
    }
    case "failed": {
      const { code, detail } = message;
      if (!isProbeCode(code) || !(detail === undefined || isText(detail))) return undefined;
      return { id, type, code, ...(detail !== undefined && { detail }) };
    }
    case "checked":
      return readChecked(id, message);
    default:
      return undefined;
  }
}

function readRefusal({ id, code }: Readonly<Record<string, unknown>>): HostReply | undefined {
  if (!isRefusalCode(code) || !(id === undefined || isWhole(id))) return undefined;
  return { type: "refused", code, ...(id !== undefined && { id }) };
}

function readChecked(id: number, message: Readonly<Record<string, unknown>>): HostReply | undefined {
  const { trust, detail, chain, sha256, protocol, cipher, address } = message;
  if (!isTrust(trust) || !(detail === undefined || isText(detail))) return undefined;
  if (!isTexts(chain) || chain.length === 0 || !chain.every((one) => /^[A-Za-z0-9+/]+={0,2}$/.test(one)))
    return undefined;
  if (!isText(sha256) || !/^[0-9a-f]{64}$/.test(sha256)) return undefined;
  if (!isText(protocol) || !isText(cipher) || !isText(address)) return undefined;
  return {
    id,
    type: "checked",
    trust,
    ...(detail !== undefined && { detail }),
    chain,
    sha256,
    protocol,
    cipher,
    address,
  };
}

const isText = (value: unknown): value is string => typeof value === "string" && value.length <= largestReply;
const isTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && value.every(isText);
const isProbeCode = (value: unknown): value is ProbeCode => probeCodes.some((code) => code === value);
const isRefusalCode = (value: unknown): value is RefusalCode => refusalCodes.some((code) => code === value);
