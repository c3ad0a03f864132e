namespace TorchSharp;

public static partial class torch
{
    /// <content>Sorting, searching and counting whose arguments need a translation.</content>
    public partial class Tensor
    {
        private static readonly Operator SortStableOp = new("aten::sort", "stable");
        private static readonly Operator UniqueOp = new("aten::_unique2");
        private static readonly Operator UniqueDimOp = new("aten::unique_dim");
        private static readonly Operator KthvalueOp = new("aten::kthvalue");
        private static readonly Operator CountNonzeroOp = new("aten::count_nonzero");
        private static readonly Operator CountNonzeroDimOp = new("aten::count_nonzero", "dim_IntList");
        private static readonly Operator HistcOp = new("aten::histc");
        private static readonly Operator NonzeroNumpyOp = new("aten::nonzero_numpy");

        public (Tensor Values, Tensor Indices) sort(long dim = -1, bool descending = false, bool stable = false) =>
            SortStableOp.Call2(this, stable, dim, descending);

        /// <summary>The distinct elements, or slices along a dimension; what was not asked for is null.</summary>
        public (Tensor output, Tensor? inverse_indices, Tensor? counts) unique(
            bool sorted = true, bool return_inverse = false, bool return_counts = false, int? dim = null)
        {
            var (output, inverse, counts) = dim is { } along
                ? UniqueDimOp.Call3(this, along, sorted, return_inverse, return_counts)
                : UniqueOp.Call3(this, sorted, return_inverse, return_counts);
            return (output, Keep(inverse, return_inverse), Keep(counts, return_counts));
        }

        /// <summary>The k-th smallest element along a dimension, the last one where none is given.</summary>
        public (Tensor values, Tensor indices) kthvalue(long k, long? dim, bool keepdim = false) =>
            KthvalueOp.Call2(this, k, dim ?? -1, keepdim);

        public Tensor count_nonzero(long[]? dims = null) => dims is null ? CountNonzeroOp.Call(this) : CountNonzeroDimOp.Call(this, dims);

        /// <summary>How many elements fall into each of equal bins; without bounds they span the elements.</summary>
        public Tensor histc(long bins = 100, long min = 0, long max = 0) => HistcOp.Call(this, bins, min, max);

        /// <summary>The positions of the elements that are not zero, one tensor per dimension.</summary>
        public IList<Tensor> nonzero_as_list() => NonzeroNumpyOp.CallList(this);

        private static Tensor? Keep(Tensor tensor, bool wanted)
        {
            if (!wanted) {
                tensor.Dispose();
            }

            return wanted ? tensor : null;
        }
    }

    private static readonly Operator SearchsortedOp = new("aten::searchsorted", "Tensor");
    private static readonly Operator SearchsortedScalarOp = new("aten::searchsorted", "Scalar");

    public static (Tensor Values, Tensor Indices) sort(Tensor input, long dim = -1, bool descending = false, bool stable = false) =>
        input.sort(dim, descending, stable);

    public static (Tensor output, Tensor? inverse_indices, Tensor? counts) unique(
        Tensor input, bool sorted = true, bool return_inverse = false, bool return_counts = false, int? dim = null) =>
        input.unique(sorted, return_inverse, return_counts, dim);

    public static (Tensor values, Tensor indices) kthvalue(Tensor input, long k, long? dim, bool keepdim = false) =>
        input.kthvalue(k, dim, keepdim);

    public static Tensor count_nonzero(Tensor input, long[]? dims = null) => input.count_nonzero(dims);

    public static Tensor histc(Tensor input, long bins = 100, long min = 0, long max = 0) => input.histc(bins, min, max);

    /// <summary>Where each value would have to be inserted to keep the sequence sorted.</summary>
    public static Tensor searchsorted(
        Tensor sorted_sequence, Tensor values, bool out_int32 = false, bool right = false, Tensor? sorter = null) =>
        SearchsortedOp.Call(sorted_sequence, values, out_int32, right, Argument.None, sorter);

    public static Tensor searchsorted(Tensor sorted_sequence, Scalar values, bool out_int32, bool right, Tensor sorter) =>
        SearchsortedScalarOp.Call(sorted_sequence, values, out_int32, right, Argument.None, sorter);
}
