using static TorchSharp.torch;

namespace TorchSharp.Modules;

public partial class SGD
{
    /// <summary>The velocity of a parameter.</summary>
    public sealed class State : OptimizerState, IDisposable
    {
        /// <summary>Null before the first step with momentum.</summary>
        public Tensor? momentum_buffer;

        public State(Parameter parameter) : base(parameter)
        {
        }

        public override void Initialize(OptimizerOptions options) => Dispose();

        public override void LoadStateDict(OptimizerState source) => Copy(ref momentum_buffer, As<State>(source).momentum_buffer);

        public override bool ApproximatelyEquals(OptimizerState other)
            => other is State state && Close(momentum_buffer, state.momentum_buffer);

        public override void to(Device device) => Move(ref momentum_buffer, device);

        public void Dispose()
        {
            momentum_buffer?.Dispose();
            momentum_buffer = null;
        }

        internal Tensor StartFrom(Tensor gradient) => momentum_buffer ??= Kept(gradient.detach().clone());
    }
}
