namespace TorchSharp;

public static partial class torch
{
    /// <content>Views whose arguments need a translation.</content>
    public partial class Tensor
    {
        private static readonly Operator SqueezeOp = new("aten::squeeze");
        private static readonly Operator SqueezeDimOp = new("aten::squeeze", "dim");
        private static readonly Operator SqueezeInPlaceOp = new("aten::squeeze_");
        private static readonly Operator SqueezeDimInPlaceOp = new("aten::squeeze_", "dim");
        private static readonly Operator Rot90Op = new("aten::rot90");

        /// <summary>The matrix transposed.</summary>
        public Tensor T => t();

        /// <summary>The last two dimensions exchanged.</summary>
        public Tensor mT => transpose(-2, -1);

        /// <summary>The last two dimensions exchanged and the elements conjugated.</summary>
        public Tensor mH => adjoint();

        public Tensor H => adjoint();

        /// <summary>Drops every dimension of length one, or only the given one.</summary>
        public Tensor squeeze(long? dim = null) => dim is null ? SqueezeOp.Call(this) : SqueezeDimOp.Call(this, dim);

        public Tensor squeeze_(long? dim = null) =>
            dim is null ? SqueezeInPlaceOp.CallInPlace(this) : SqueezeDimInPlaceOp.CallInPlace(this, dim);

        public Tensor permute(IEnumerable<long> permutation) => permute(permutation.ToArray());

        public Tensor expand(ReadOnlySpan<long> sizes, bool isImplicit = false) => expand(sizes.ToArray(), isImplicit);

        public Tensor expand(Size sizes, bool isImplicit = false) => expand(sizes.Shape, isImplicit);

        public Tensor unflatten(long dim, Size sizes) => unflatten(dim, sizes.Shape);

        public Tensor[] split(ReadOnlySpan<long> sizes, long dim = 0) => split(sizes.ToArray(), dim);

        public Tensor[] hsplit(Tensor indices) => hsplit(Integers(indices));

        public Tensor[] vsplit(Tensor indices) => vsplit(Integers(indices));

        public Tensor[] dsplit(Tensor indices) => dsplit(Integers(indices));

        public Tensor[] dsplit((long, long) indices_or_sections) => dsplit([indices_or_sections.Item1, indices_or_sections.Item2]);

        public Tensor[] dsplit((long, long, long) indices_or_sections) =>
            dsplit([indices_or_sections.Item1, indices_or_sections.Item2, indices_or_sections.Item3]);

        public Tensor[] dsplit((long, long, long, long) indices_or_sections) =>
            dsplit([indices_or_sections.Item1, indices_or_sections.Item2, indices_or_sections.Item3, indices_or_sections.Item4]);

        public Tensor roll(long shifts, long? dims = null) => RollOp.Call(this, (long[])[shifts], dims is { } only ? (long[])[only] : []);

        public Tensor roll((long, long) shifts, (long, long) dims) =>
            RollOp.Call(this, (long[])[shifts.Item1, shifts.Item2], (long[])[dims.Item1, dims.Item2]);

        public Tensor roll((long, long, long) shifts, (long, long, long) dims) =>
            RollOp.Call(this, (long[])[shifts.Item1, shifts.Item2, shifts.Item3], (long[])[dims.Item1, dims.Item2, dims.Item3]);

        public Tensor roll(ReadOnlySpan<long> shifts, ReadOnlySpan<long> dims = default) => roll(shifts.ToArray(), dims.ToArray());

        /// <summary>Turns the plane of two dimensions by 90 degrees, <paramref name="k"/> times.</summary>
        public Tensor rot90(long k = 1, (long, long)? dims = null) =>
            Rot90Op.Call(this, k, dims is { } plane ? (long[])[plane.Item1, plane.Item2] : [0, 1]);

        private static long[] Integers(Tensor indices)
        {
            using var local = indices.to(ScalarType.Int64, CPU);
            return local.data<long>().ToArray();
        }
    }

    public static Tensor squeeze(Tensor input, long? dim = null) => input.squeeze(dim);

    public static Tensor squeeze_(Tensor input, long? dim = null) => input.squeeze_(dim);

    public static Tensor unflatten(Tensor input, long dim, Size sizes) => input.unflatten(dim, sizes);

    public static Tensor roll(Tensor input, long shifts, long? dims = null) => input.roll(shifts, dims);

    public static Tensor roll(Tensor input, (long, long) shifts, (long, long) dims) => input.roll(shifts, dims);

    public static Tensor roll(Tensor input, (long, long, long) shifts, (long, long, long) dims) => input.roll(shifts, dims);

    public static Tensor roll(Tensor input, ReadOnlySpan<long> shifts, ReadOnlySpan<long> dims = default) => input.roll(shifts, dims);

    public static Tensor rot90(Tensor input, long k = 1, (long, long)? dims = null) => input.rot90(k, dims);

    public static Tensor movedim(Tensor input, long source, long destination) => input.movedim([source], [destination]);

    public static Tensor moveaxis(Tensor input, long source, long destination) => input.movedim([source], [destination]);

    public static Tensor moveaxis(Tensor input, (long, long) source, (long, long) destination) =>
        input.movedim([source.Item1, source.Item2], [destination.Item1, destination.Item2]);

    public static Tensor moveaxis(Tensor input, (long, long, long) source, (long, long, long) destination) =>
        input.movedim([source.Item1, source.Item2, source.Item3], [destination.Item1, destination.Item2, destination.Item3]);

    /// <summary>The common shape that these shapes broadcast to.</summary>
    public static Size broadcast_shapes(params long[][] shapes)
    {
        var common = new long[shapes.Max(shape => shape.Length)];
        Array.Fill(common, 1);
        foreach (var shape in shapes) {
            for (var i = 1; i <= shape.Length; i++) {
                ref var length = ref common[^i];
                if (shape[^i] != 1 && length != 1 && length != shape[^i]) {
                    throw new ArgumentException(
                        $"[{string.Join(", ", shape)}] does not broadcast with the other shapes: {length} against {shape[^i]}.");
                }

                length = length == 1 ? shape[^i] : length;
            }
        }

        return new Size(common);
    }
}
