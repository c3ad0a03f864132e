namespace TorchSharp.Modules;

public partial class AdamW
{
    /// <summary>The options of a group; null where the optimizer's own hold.</summary>
    public class Options : OptimizerOptions
    {
        public double? beta1;
        public double? beta2;
        public double? eps;
        public double? weight_decay;
        public bool? amsgrad;
        public bool? maximize;

        internal AdamSettings Settings
            => new(
                LearningRate!.Value, beta1!.Value, beta2!.Value, eps!.Value, weight_decay!.Value,
                DecoupledDecay: true, amsgrad == true, maximize == true);

        public override void LoadStateDict(OptimizerOptions source)
        {
            base.LoadStateDict(source);
            var options = As<Options>(source);
            (beta1, beta2, eps) = (options.beta1, options.beta2, options.eps);
            (weight_decay, amsgrad, maximize) = (options.weight_decay, options.amsgrad, options.maximize);
        }

        internal static Options Complete(OptimizerOptions given, Options defaults)
        {
            var options = given as Options ?? new Options { LearningRate = given.LearningRate };
            options.LearningRate ??= defaults.LearningRate;
            options.beta1 ??= defaults.beta1;
            options.beta2 ??= defaults.beta2;
            options.eps ??= defaults.eps;
            options.weight_decay ??= defaults.weight_decay;
            options.amsgrad ??= defaults.amsgrad;
            options.maximize ??= defaults.maximize;
            return options;
        }
    }
}
