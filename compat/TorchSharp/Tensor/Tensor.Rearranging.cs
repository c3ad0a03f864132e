namespace TorchSharp;

public static partial class torch
{
    /// <content>Elements repeated, flipped, shifted or put on diagonals.</content>
    public partial class Tensor
    {
        private static readonly Operator FlipOp = new("aten::flip");
        public Tensor flip(params long[] dims) => FlipOp.Call(this, dims);

        private static readonly Operator FliplrOp = new("aten::fliplr");
        public Tensor fliplr() => FliplrOp.Call(this);

        private static readonly Operator FlipudOp = new("aten::flipud");
        public Tensor flipud() => FlipudOp.Call(this);

        private static readonly Operator RollOp = new("aten::roll");
        public Tensor roll(long[] shifts) => RollOp.Call(this, shifts);
        public Tensor roll(long[] shifts, long[] dims) => RollOp.Call(this, shifts, dims);

        private static readonly Operator RepeatOp = new("aten::repeat");
        public Tensor repeat(params long[] sizes) => RepeatOp.Call(this, sizes);

        private static readonly Operator TileOp = new("aten::tile");
        public Tensor tile(long[] reps) => TileOp.Call(this, reps);

        private static readonly Operator RepeatInterleaveSelfTensorOp = new("aten::repeat_interleave", "self_Tensor");
        private static readonly Operator RepeatInterleaveSelfIntOp = new("aten::repeat_interleave", "self_int");
        public Tensor repeat_interleave(Tensor repeats, long? dim = null, long? output_size = null) =>
            RepeatInterleaveSelfTensorOp.Call(this, repeats, dim, output_size);
        public Tensor repeat_interleave(long repeats, long? dim = null, long? output_size = null) =>
            RepeatInterleaveSelfIntOp.Call(this, repeats, dim, output_size);

        private static readonly Operator Atleast1dOp = new("aten::atleast_1d");
        public Tensor atleast_1d() => Atleast1dOp.Call(this);

        private static readonly Operator Atleast2dOp = new("aten::atleast_2d");
        public Tensor atleast_2d() => Atleast2dOp.Call(this);

        private static readonly Operator Atleast3dOp = new("aten::atleast_3d");
        public Tensor atleast_3d() => Atleast3dOp.Call(this);

        private static readonly Operator DiagOp = new("aten::diag");
        public Tensor diag(long diagonal = 0) => DiagOp.Call(this, diagonal);

        private static readonly Operator DiagEmbedOp = new("aten::diag_embed");
        public Tensor diag_embed(long offset = 0, long dim1 = -2, long dim2 = -1) => DiagEmbedOp.Call(this, offset, dim1, dim2);

        private static readonly Operator DiagflatOp = new("aten::diagflat");
        public Tensor diagflat(long offset = 0) => DiagflatOp.Call(this, offset);

        private static readonly Operator DiagonalScatterOp = new("aten::diagonal_scatter");
        public Tensor diagonal_scatter(Tensor src, long offset = 0, long dim1 = 0, long dim2 = 1) =>
            DiagonalScatterOp.Call(this, src, offset, dim1, dim2);

        private static readonly Operator SelectScatterOp = new("aten::select_scatter");
        public Tensor select_scatter(Tensor src, long dim, long index) => SelectScatterOp.Call(this, src, dim, index);

        private static readonly Operator SliceScatterOp = new("aten::slice_scatter");
        public Tensor slice_scatter(Tensor src, long dim = 0, long? start = null, long? end = null, long step = 1) =>
            SliceScatterOp.Call(this, src, dim, start, end, step);

        private static readonly Operator TrilOp = new("aten::tril");
        private static readonly Operator TrilInPlaceOp = new("aten::tril_");
        public Tensor tril(long diagonal = 0) => TrilOp.Call(this, diagonal);
        public Tensor tril_(long diagonal = 0) => TrilInPlaceOp.CallInPlace(this, diagonal);

        private static readonly Operator TriuOp = new("aten::triu");
        private static readonly Operator TriuInPlaceOp = new("aten::triu_");
        public Tensor triu(long diagonal = 0) => TriuOp.Call(this, diagonal);
        public Tensor triu_(long diagonal = 0) => TriuInPlaceOp.CallInPlace(this, diagonal);

        private static readonly Operator ChannelShuffleOp = new("aten::channel_shuffle");
        public Tensor channel_shuffle(long groups) => ChannelShuffleOp.Call(this, groups);

        private static readonly Operator SetSourceTensorInPlaceOp = new("aten::set_", "source_Tensor");
        public Tensor set_(Tensor source) => SetSourceTensorInPlaceOp.CallInPlace(this, source);
    }
}
