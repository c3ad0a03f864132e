using static TorchSharp.TensorIndexing;

namespace TorchSharp;

public static partial class torch
{
    /// <content>Indexing in brackets, and its methods.</content>
    public partial class Tensor
    {
        /// <summary>The part that the indices pick; assigning writes into this tensor.</summary>
        public Tensor this[params TensorIndex[] indices]
        {
            get => Get(this, indices);
            set => Set(this, indices, value);
        }

        /// <summary>The elements at positions given by tensors, broadcast together; a null tensor takes the whole dimension.</summary>
        public Tensor this[params Tensor[] indices]
        {
            get => Get(this, indices);
            set => Set(this, indices, value);
        }

        public Tensor this[params long[] indices]
        {
            get => Get(this, Array.ConvertAll(indices, index => (TensorIndex)index));
            set => Set(this, Array.ConvertAll(indices, index => (TensorIndex)index), value);
        }

        public Tensor this[long i1]
        {
            get => select(0, i1);
            set => Set(this, [i1], value);
        }

        public Tensor this[long i1, long i2]
        {
            get => Get(this, [i1, i2]);
            set => Set(this, [i1, i2], value);
        }

        public Tensor this[long i1, long i2, long i3]
        {
            get => Get(this, [i1, i2, i3]);
            set => Set(this, [i1, i2, i3], value);
        }

        public Tensor this[long i1, long i2, long i3, long i4]
        {
            get => Get(this, [i1, i2, i3, i4]);
            set => Set(this, [i1, i2, i3, i4], value);
        }

        public Tensor this[long i1, long i2, long i3, long i4, long i5]
        {
            get => Get(this, [i1, i2, i3, i4, i5]);
            set => Set(this, [i1, i2, i3, i4, i5], value);
        }

        public Tensor this[long i1, long i2, long i3, long i4, long i5, long i6]
        {
            get => Get(this, [i1, i2, i3, i4, i5, i6]);
            set => Set(this, [i1, i2, i3, i4, i5, i6], value);
        }

        public Tensor index(params TensorIndex[] indices) => Get(this, indices);

        public Tensor index(params Tensor[] indices) => Get(this, indices);

        public Tensor index_put_(Tensor value, params TensorIndex[] indices) => index_put_(value, indices, accumulate: false);

        public Tensor index_put_(Tensor value, params Tensor[] indices) => index_put_(value, indices, accumulate: false);

        public Tensor index_put_(Tensor value, TensorIndex[] indices, bool accumulate = false)
        {
            Set(this, indices, value, accumulate);
            return this;
        }

        public Tensor index_put_(Tensor value, Tensor[] indices, bool accumulate = false)
        {
            Set(this, indices, value, accumulate);
            return this;
        }

        public Tensor index_put_(Scalar value, params TensorIndex[] indices)
        {
            using Tensor number = value;
            return index_put_(number, indices, accumulate: false);
        }

        public Tensor index_put_(Scalar value, params Tensor[] indices)
        {
            using Tensor number = value;
            return index_put_(number, indices, accumulate: false);
        }
    }
}
