namespace TorchSharp;

public static partial class torch
{
    /// <content>Random draws; without a generator they come from the device's default one.</content>
    public partial class Tensor
    {
        private static readonly Operator BernoulliOp = new("aten::bernoulli");
        private static readonly Operator BernoulliTensorInPlaceOp = new("aten::bernoulli_", "Tensor");
        private static readonly Operator BernoulliFloatInPlaceOp = new("aten::bernoulli_", "float");
        public Tensor bernoulli(Generator? generator = null) => BernoulliOp.Call(this, generator);
        public Tensor bernoulli_(Tensor p, Generator? generator = null) => BernoulliTensorInPlaceOp.CallInPlace(this, p, generator);
        public Tensor bernoulli_(double p = 0.5, Generator? generator = null) => BernoulliFloatInPlaceOp.CallInPlace(this, p, generator);

        private static readonly Operator BinomialOp = new("aten::binomial");
        public Tensor binomial(Tensor prob, Generator? generator = null) => BinomialOp.Call(this, prob, generator);

        private static readonly Operator PoissonOp = new("aten::poisson");
        public Tensor poisson(Generator? generator = null) => PoissonOp.Call(this, generator);

        private static readonly Operator MultinomialOp = new("aten::multinomial");
        public Tensor multinomial(long num_samples, bool replacement = false, Generator? generator = null) =>
            MultinomialOp.Call(this, num_samples, replacement, generator);

        private static readonly Operator NormalInPlaceOp = new("aten::normal_");
        public Tensor normal_(double mean = 0, double std = 1, Generator? generator = null) =>
            NormalInPlaceOp.CallInPlace(this, mean, std, generator);

        private static readonly Operator UniformInPlaceOp = new("aten::uniform_");
        public Tensor uniform_(double from, double to, Generator? generator = null) =>
            UniformInPlaceOp.CallInPlace(this, from, to, generator);

        private static readonly Operator ExponentialInPlaceOp = new("aten::exponential_");
        public Tensor exponential_(double lambda = 1, Generator? generator = null) =>
            ExponentialInPlaceOp.CallInPlace(this, lambda, generator);

        private static readonly Operator CauchyInPlaceOp = new("aten::cauchy_");
        public Tensor cauchy_(double median = 0, double sigma = 1, Generator? generator = null) =>
            CauchyInPlaceOp.CallInPlace(this, median, sigma, generator);

        private static readonly Operator LogNormalInPlaceOp = new("aten::log_normal_");
        public Tensor log_normal_(double mean = 0, double std = 1, Generator? generator = null) =>
            LogNormalInPlaceOp.CallInPlace(this, mean, std, generator);

        private static readonly Operator GeometricInPlaceOp = new("aten::geometric_");
        public Tensor geometric_(double p, Generator? generator = null) => GeometricInPlaceOp.CallInPlace(this, p, generator);
    }
}
