"""Writes tensorboard.json: an event file as Google's protobuf library writes it (Debian's python3-protobuf), framed with a bit-by-bit CRC-32C."""
import json
import pathlib
import struct

from google.protobuf import descriptor_pb2, descriptor_pool, message_factory

FIELD = descriptor_pb2.FieldDescriptorProto


def message(file, name, *fields):
    made = file.message_type.add(name=name)
    for number, field, kind, repeated, type_name in fields:
        made.field.add(
            name=field, number=number, type=kind, label=FIELD.LABEL_REPEATED if repeated else FIELD.LABEL_OPTIONAL, type_name=type_name)


file = descriptor_pb2.FileDescriptorProto(name="event.proto", package="t", syntax="proto3")
message(file, "Value", (1, "tag", FIELD.TYPE_STRING, False, None), (2, "simple_value", FIELD.TYPE_FLOAT, False, None))
message(file, "Summary", (1, "value", FIELD.TYPE_MESSAGE, True, ".t.Value"))
message(
    file, "Event", (1, "wall_time", FIELD.TYPE_DOUBLE, False, None), (2, "step", FIELD.TYPE_INT64, False, None),
    (3, "file_version", FIELD.TYPE_STRING, False, None), (5, "summary", FIELD.TYPE_MESSAGE, False, ".t.Summary"))
pool = descriptor_pool.DescriptorPool()
pool.Add(file)
Event = message_factory.MessageFactory(pool).GetPrototype(pool.FindMessageTypeByName("t.Event"))


def crc32c(data):
    crc = 0xFFFFFFFF
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = crc >> 1 ^ (0x82F63B78 if crc & 1 else 0)
    return crc ^ 0xFFFFFFFF


def masked(data):
    crc = crc32c(data)
    return struct.pack("<I", ((crc >> 15 | crc << 17) + 0xA282EAD8) & 0xFFFFFFFF)


def record(event):
    content = event.SerializeToString()
    length = struct.pack("<Q", len(content))
    return length + masked(length) + content + masked(content)


events = [Event(wall_time=1700000000.25, file_version="brain.Event:2")]
for step, values in [(1, {"loss/training": 3.25, "pairs/a>b/training": -0.1}), (300, {"loss/validation": 1e-7, "größe/ü": 12345.678})]:
    event = Event(wall_time=1700000000.25 + step, step=step)
    for tag, value in values.items():
        event.summary.value.add(tag=tag, simple_value=value)
    events.append(event)

pathlib.Path(__file__).with_name("tensorboard.json").write_text(json.dumps({
    "events": [
        {"seconds": event.wall_time, "step": event.step, "values": {value.tag: value.simple_value for value in event.summary.value}} for event in events[1:]
    ],
    "start": events[0].wall_time,
    "checksums": {text: crc32c(text.encode()) for text in ("", "123456789", "Mpuc")},
    "file": b"".join(map(record, events)).hex(),
}, indent=1, ensure_ascii=False) + "\n")
