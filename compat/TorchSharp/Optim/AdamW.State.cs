using static TorchSharp.torch;

namespace TorchSharp.Modules;

public partial class AdamW
{
    /// <summary>The running means of a parameter's gradient and of its square.</summary>
    public sealed class State : OptimizerState, IAdamState, IDisposable
    {
        /// <summary>Steps taken.</summary>
        public long step;
        public Tensor? exp_avg;
        public Tensor? exp_avg_sq;

        /// <summary>The largest mean square so far; null without amsgrad.</summary>
        public Tensor? max_exp_avg_sq;

        public State(Parameter parameter) : base(parameter)
        {
        }

        Tensor IAdamState.Mean => exp_avg ??= Zeros();

        Tensor IAdamState.MeanSquare => exp_avg_sq ??= Zeros();

        Tensor IAdamState.LargestMeanSquare => max_exp_avg_sq ??= Zeros();

        long IAdamState.Advance() => ++step;

        public override void Initialize(OptimizerOptions options)
        {
            Dispose();
            (step, exp_avg, exp_avg_sq) = (0, Zeros(), Zeros());
            max_exp_avg_sq = options is Options { amsgrad: true } ? Zeros() : null;
        }

        public override void LoadStateDict(OptimizerState source)
        {
            var state = As<State>(source);
            step = state.step;
            Copy(ref exp_avg, state.exp_avg);
            Copy(ref exp_avg_sq, state.exp_avg_sq);
            Copy(ref max_exp_avg_sq, state.max_exp_avg_sq);
        }

        public override bool ApproximatelyEquals(OptimizerState other)
            => other is State state && step == state.step && Close(exp_avg, state.exp_avg)
               && Close(exp_avg_sq, state.exp_avg_sq) && Close(max_exp_avg_sq, state.max_exp_avg_sq);

        public override void to(Device device)
        {
            Move(ref exp_avg, device);
            Move(ref exp_avg_sq, device);
            Move(ref max_exp_avg_sq, device);
        }

        public void Dispose()
        {
            exp_avg?.Dispose();
            exp_avg_sq?.Dispose();
            max_exp_avg_sq?.Dispose();
            exp_avg = exp_avg_sq = max_exp_avg_sq = null;
        }
    }
}
