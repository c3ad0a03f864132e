namespace TorchSharp;

public static partial class torch
{
    /// <summary>One index between the brackets of <c>tensor[...]</c>: a position, a slice, a mask or a tensor of positions.</summary>
    public struct TensorIndex
    {
        public static readonly TensorIndex Ellipsis = new() { Kind = IndexKind.Ellipsis };

        /// <summary>A new dimension of length one.</summary>
        public static readonly TensorIndex None = new() { Kind = IndexKind.NewAxis };

        /// <summary>A new dimension of length one.</summary>
        public static readonly TensorIndex Null = new() { Kind = IndexKind.NewAxis };

        /// <summary>The whole dimension.</summary>
        public static readonly TensorIndex Colon = Slice();

        internal enum IndexKind
        {
            Ellipsis,
            NewAxis,
            Single,
            Slice,
            Bool,
            Tensor,
        }

        internal IndexKind Kind { get; private init; }

        internal long? Start { get; private init; }

        internal long? Stop { get; private init; }

        internal long? Step { get; private init; }

        internal Tensor? Positions { get; private init; }

        public static implicit operator TensorIndex(long value) => Single(value);

        public static implicit operator TensorIndex(Index index) => Single(index.IsFromEnd ? -(long)index.Value : index.Value);

        public static implicit operator TensorIndex(Range range) => Slice(range);

        public static implicit operator TensorIndex((int?, int?) range) => Slice(range);

        /// <summary>The tensor of an index that holds one, or a new tensor of its position or truth value.</summary>
        public static implicit operator Tensor(TensorIndex value) => value.Kind switch
        {
            IndexKind.Tensor => value.Positions!,
            IndexKind.Single => value.Start!.Value,
            IndexKind.Bool => value.Start != 0,
            _ => throw new InvalidCastException($"An index of kind {value.Kind} is not a tensor."),
        };

        public static TensorIndex Single(long? index) =>
            new() { Kind = IndexKind.Single, Start = index ?? throw new ArgumentNullException(nameof(index)) };

        public static TensorIndex Bool(bool value) => new() { Kind = IndexKind.Bool, Start = value ? 1 : 0 };

        public static TensorIndex Tensor(Tensor tensor) => new() { Kind = IndexKind.Tensor, Positions = tensor };

        /// <summary>From <paramref name="start"/> up to but not including <paramref name="stop"/>; negative values count from the end.</summary>
        public static TensorIndex Slice(long? start = null, long? stop = null, long? step = null) =>
            new() { Kind = IndexKind.Slice, Start = start, Stop = stop, Step = step };

        public static TensorIndex Slice((int?, int?) range) => Slice(range.Item1, range.Item2);

        public static TensorIndex Slice(Range range)
        {
            long? start = range.Start.IsFromEnd ? -(long)range.Start.Value : range.Start.Value;
            // ^0 is the end itself, which no negative number can say.
            long? stop = !range.End.IsFromEnd ? range.End.Value : range.End.Value == 0 ? null : -(long)range.End.Value;
            return Slice(range.Start.Equals(Index.End) ? long.MaxValue : start, stop);
        }
    }
}
