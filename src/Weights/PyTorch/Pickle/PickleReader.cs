using System.Globalization;
using System.Numerics;

namespace Mpuc.Weights.PyTorch.Pickle;

/// <summary>
/// Reads a pickle as data: None, booleans, whole numbers (<c>long</c> or <see cref="BigInteger"/>), <c>double</c>, <c>string</c>, lists,
/// tuples (<c>object[]</c>), dictionaries, and what the vocabulary makes of names, calls and persistent ids. An instruction that makes
/// anything else ends the reading, with the name of what it would have called. Nothing is ever called.
/// </summary>
/// <param name="source">The bytes.</param>
/// <param name="vocabulary">What is known besides plain data.</param>
internal sealed class PickleReader(PickleSource source, IPickleVocabulary vocabulary)
{
    /// <summary>The most instructions of one pickle, and so the most items of its stack and memo; a tensor takes some thirty.</summary>
    public const int MaximumInstructions = 1_000_000;

    private const int NewestProtocol = 5;
    private readonly PickleStack _stack = new(source);
    private readonly Dictionary<uint, object?> _memo = [];

    /// <summary>Reads one pickle.</summary>
    /// <returns>The object that it describes.</returns>
    /// <exception cref="MpucException">It is damaged, or holds anything but data; the message names what.</exception>
    public object? Read()
    {
        for (var count = 0; count < MaximumInstructions; count++)
        {
            var instruction = (PickleInstruction)source.Byte();
            if (instruction == PickleInstruction.Stop)
            {
                var result = _stack.Pop();
                return _stack.Count == 0 ? result : throw source.Refuse("is damaged: its pickle describes more than one object");
            }

            if (!RunData(instruction) && !RunCollection(instruction) && !RunName(instruction))
            {
                throw source.Refuse(Enum.IsDefined(instruction)
                    ? $"has a pickle with the instruction {instruction}; only tensors are read"
                    : $"is no pickle: it has a byte {(int)instruction:X2} where an instruction is due");
            }
        }

        throw source.Refuse($"has a pickle of more than {MaximumInstructions} instructions; one of a network's weights is far shorter");
    }

    private bool RunData(PickleInstruction instruction)
    {
        switch (instruction)
        {
            case PickleInstruction.Proto:
                var protocol = source.Byte();
                if (protocol > NewestProtocol)
                {
                    throw source.Refuse($"has a pickle of protocol {protocol}; protocols up to {NewestProtocol} are read");
                }

                return true;
            case PickleInstruction.Frame:
                source.UInt64(); // Only says how much a reader should fetch at once.
                return true;
            case PickleInstruction.None:
                return Push(null);
            case PickleInstruction.NewTrue:
                return Push(true);
            case PickleInstruction.NewFalse:
                return Push(false);
            case PickleInstruction.BinInt:
                return Push((long)source.Int32());
            case PickleInstruction.BinInt1:
                return Push((long)source.Byte());
            case PickleInstruction.BinInt2:
                return Push((long)source.UInt16());
            case PickleInstruction.Long1:
                return Push(Whole(new BigInteger(source.Bytes(source.Byte()))));
            case PickleInstruction.BinFloat:
                return Push(source.Double());
            case PickleInstruction.ShortBinUnicode or PickleInstruction.ShortBinString:
                return Push(source.Text(source.Byte()));
            case PickleInstruction.BinUnicode or PickleInstruction.BinString:
                return Push(source.Text(source.UInt32()));
            case PickleInstruction.BinUnicode8:
                return Push(source.Text(source.UInt64()));
            default:
                return false;
        }
    }

    private bool RunCollection(PickleInstruction instruction)
    {
        switch (instruction)
        {
            case PickleInstruction.Mark:
                _stack.Mark();
                return true;
            case PickleInstruction.Pop:
                _stack.Pop();
                return true;
            case PickleInstruction.PopMark:
                _stack.PopToMark();
                return true;
            case PickleInstruction.EmptyTuple:
                return Push(Array.Empty<object?>());
            case PickleInstruction.Tuple1 or PickleInstruction.Tuple2 or PickleInstruction.Tuple3:
                return Push(_stack.Pop(instruction - PickleInstruction.Tuple1 + 1));
            case PickleInstruction.Tuple:
                return Push(_stack.PopToMark());
            case PickleInstruction.EmptyList:
                return Push(new List<object?>());
            case PickleInstruction.List:
                return Push(_stack.PopToMark().ToList());
            case PickleInstruction.Append:
                return Extend([_stack.Pop()]);
            case PickleInstruction.Appends:
                return Extend(_stack.PopToMark());
            case PickleInstruction.EmptyDict:
                return Push(new PickleDictionary());
            case PickleInstruction.Dict:
                var entries = _stack.PopToMark();
                return Push(new PickleDictionary()) && Set(entries);
            case PickleInstruction.SetItem:
                return Set(_stack.Pop(2));
            case PickleInstruction.SetItems:
                return Set(_stack.PopToMark());
            default:
                return false;
        }
    }

    private bool RunName(PickleInstruction instruction)
    {
        switch (instruction)
        {
            case PickleInstruction.BinPut:
                return Memoize(source.Byte());
            case PickleInstruction.LongBinPut:
                return Memoize(source.UInt32());
            case PickleInstruction.Memoize:
                return Memoize((uint)_memo.Count);
            case PickleInstruction.BinGet:
                return Push(Recall(source.Byte()));
            case PickleInstruction.LongBinGet:
                return Push(Recall(source.UInt32()));
            case PickleInstruction.Global:
                return Push(Name(source.Name(), source.Name()));
            case PickleInstruction.Inst:
                _ = Name(source.Name(), source.Name());
                return false;
            case PickleInstruction.StackGlobal:
                var name = _stack.Pop<string>();
                return Push(Name(_stack.Pop<string>(), name));
            case PickleInstruction.Reduce:
                var arguments = _stack.Pop<object?[]>();
                var function = _stack.Pop<PickleGlobal>();
                return Push(vocabulary.Call(function, arguments)
                    ?? throw source.Refuse($"calls {function.Name} with other arguments than torch.save writes"));
            case PickleInstruction.BinPersId:
                return Push(vocabulary.Find(_stack.Pop())
                    ?? throw source.Refuse("has a pickle that refers to something that is no storage of tensors"));
            case PickleInstruction.Build:
                // The attribute _metadata of a state dict: versions of its modules, which say nothing of the tensors.
                _stack.Pop<PickleDictionary>();
                _stack.Peek<PickleDictionary>();
                return true;
            default:
                return false;
        }
    }

    private bool Push(object? item)
    {
        _stack.Push(item);
        return true;
    }

    private bool Memoize(uint index)
    {
        _memo[index] = _stack.Peek();
        return true;
    }

    private object? Recall(uint index) => _memo.TryGetValue(index, out var item)
        ? item
        : throw source.Refuse($"is damaged: its pickle recalls item {index}, which it never stored");

    private bool Extend(object?[] items)
    {
        _stack.Peek<List<object?>>().AddRange(items);
        return true;
    }

    private bool Set(object?[] entries)
    {
        var dictionary = _stack.Peek<PickleDictionary>();
        if (entries.Length % 2 != 0)
        {
            throw source.Refuse("is damaged: its pickle has a key without a value");
        }

        for (var index = 0; index < entries.Length; index += 2)
        {
            var key = entries[index] as string ?? (entries[index] as long?)?.ToString(CultureInfo.InvariantCulture)
                ?? throw source.Refuse("has a dictionary whose keys are neither texts nor whole numbers");
            if (!dictionary.TryAdd(key, entries[index + 1]))
            {
                throw source.Refuse($"has a dictionary with the key '{key}' twice");
            }
        }

        return true;
    }

    private PickleGlobal Name(string module, string name)
    {
        var whole = $"{module}.{name}";
        return vocabulary.Knows(whole) ? new PickleGlobal(whole) : throw source.Refuse($"calls {whole}; only tensors are read");
    }

    private static object Whole(BigInteger number) => number >= long.MinValue && number <= long.MaxValue ? (object)(long)number : number;
}
