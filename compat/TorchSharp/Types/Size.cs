using System.Collections;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The shape of a tensor.</summary>
    public readonly struct Size : IEnumerable<long>, IEquatable<Size>
    {
        public static Size Empty = new(Array.Empty<long>());

        private readonly long[] lengths;

        public Size(long[] shape) => lengths = (long[])shape.Clone();

        public Size(int[] shape) => lengths = Array.ConvertAll(shape, length => (long)length);

        public Size(IEnumerable<long> shape) => lengths = [.. shape];

        public Size(long size) => lengths = [size];

        public Size(int size) => lengths = [size];

        public Size((long, long) size) => lengths = [size.Item1, size.Item2];

        public Size((long, long, long) size) => lengths = [size.Item1, size.Item2, size.Item3];

        public Size((long, long, long, long) size) => lengths = [size.Item1, size.Item2, size.Item3, size.Item4];

        public Size((long, long, long, long, long) size) => lengths = [size.Item1, size.Item2, size.Item3, size.Item4, size.Item5];

        public Size((long, long, long, long, long, long) size) =>
            lengths = [size.Item1, size.Item2, size.Item3, size.Item4, size.Item5, size.Item6];

        public Size((int, int) size) => lengths = [size.Item1, size.Item2];

        public Size((int, int, int) size) => lengths = [size.Item1, size.Item2, size.Item3];

        public Size((int, int, int, int) size) => lengths = [size.Item1, size.Item2, size.Item3, size.Item4];

        public Size((int, int, int, int, int) size) => lengths = [size.Item1, size.Item2, size.Item3, size.Item4, size.Item5];

        public Size((int, int, int, int, int, int) size) =>
            lengths = [size.Item1, size.Item2, size.Item3, size.Item4, size.Item5, size.Item6];

        /// <summary>The number of dimensions.</summary>
        public int Length => Lengths.Length;

        public bool IsEmpty => Lengths.Length == 0;

        public bool IsScalar => Lengths.Length == 0;

        public long[] Shape => (long[])Lengths.Clone();

        // A default Size has no array.
        private long[] Lengths => lengths ?? [];

        public long this[int idx] => Lengths[idx];

        public long this[long idx] => Lengths[idx];

        public static implicit operator Size(long size) => new(size);

        public static implicit operator Size(long[] size) => new(size);

        public static implicit operator Size((long, long) size) => new(size);

        public static implicit operator Size((long, long, long) size) => new(size);

        public static implicit operator Size((long, long, long, long) size) => new(size);

        public static implicit operator Size((long, long, long, long, long) size) => new(size);

        public static implicit operator Size((long, long, long, long, long, long) size) => new(size);

        /// <summary>One shape after the other.</summary>
        public static Size operator +(Size left, Size right) => new(left.Concat(right));

        public static Size operator +(Size left, IEnumerable<long> right) => new(left.Concat(right));

        public static bool operator ==(Size left, Size right) => left.Lengths.AsSpan().SequenceEqual(right.Lengths);

        public static bool operator !=(Size left, Size right) => !(left == right);

        /// <summary>The dimensions from <paramref name="first"/> up to but not including <paramref name="next"/>; negative ones count from the end.</summary>
        public Size Slice(int first, int next)
        {
            var start = first < 0 ? first + Length : first;
            var end = next < 0 ? next + Length : next;
            return end <= start ? Empty : new Size(Lengths[start..end]);
        }

        public IEnumerable<long> Take(int i) => Lengths.Take(i);

        /// <summary>The number of elements.</summary>
        public long numel() => Elements(Lengths);

        public override bool Equals(object? obj) => obj is Size other && this == other;

        bool IEquatable<Size>.Equals(Size other) => this == other;

        public override int GetHashCode()
        {
            var hash = default(HashCode);
            foreach (var length in Lengths) {
                hash.Add(length);
            }

            return hash.ToHashCode();
        }

        public IEnumerator<long> GetEnumerator() => ((IEnumerable<long>)Lengths).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
