using System.Text;

namespace Mpuc.Weights.Tests.PyTorch;

/// <summary>Pickles put together instruction by instruction, as Python's pickletools lists them.</summary>
internal static class PickleBytes
{
    public static byte[] None => [(byte)'N'];

    public static byte[] False => [0x89];

    public static byte[] EmptyDictionary => [(byte)'}'];

    public static byte[] Whole(params byte[][] parts) => [0x80, 2, .. Join(parts), (byte)'.'];

    public static byte[] Join(params byte[][] parts) => [.. parts.SelectMany(part => part)];

    public static byte[] Ascii(string text) => Encoding.Latin1.GetBytes(text);

    public static byte[] Text(string text) =>
        [(byte)'X', .. BitConverter.GetBytes(Encoding.UTF8.GetByteCount(text)), .. Encoding.UTF8.GetBytes(text)];

    public static byte[] Number(long number) => [0x8A, 8, .. BitConverter.GetBytes(number)];

    public static byte[] Tuple(params byte[][] items) => [(byte)'(', .. Join(items), (byte)'t'];

    public static byte[] Numbers(params long[] numbers) => Tuple([.. numbers.Select(Number)]);

    public static byte[] List(params byte[][] items) => [(byte)']', (byte)'(', .. Join(items), (byte)'e'];

    public static byte[] Dictionary(params (string Key, byte[] Value)[] entries) =>
        [(byte)'}', (byte)'(', .. Join([.. entries.Select(entry => Join(Text(entry.Key), entry.Value))]), (byte)'u'];

    public static byte[] Global(string module, string name) => Ascii($"c{module}\n{name}\n");

    public static byte[] Call(byte[] function, byte[] arguments) => [.. function, .. arguments, (byte)'R'];

    public static byte[] Storage(string type, string key, long count) =>
        [.. Tuple(Text("storage"), Global("torch", type), Text(key), Text("cpu"), Number(count)), (byte)'Q'];

    public static byte[] Tensor(byte[] storage, long offset, long[] shape, long[] strides) => Call(
        Global("torch._utils", "_rebuild_tensor_v2"),
        Tuple(storage, Number(offset), Numbers(shape), Numbers(strides), False, EmptyDictionary));
}
