using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Adam with weight decay apart from the gradient (Loshchilov and Hutter 2019), and AMSGrad as an option.</summary>
public partial class AdamW : OptimizerHelper, optim.IBetas
{
    public AdamW(
        IEnumerable<Parameter> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
        double weight_decay = 0, bool amsgrad = false, bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, beta1, beta2, eps, weight_decay, amsgrad, maximize)
    {
    }

    public AdamW(
        IEnumerable<ParamGroup> parameters, double lr = 0.001, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
        double weight_decay = 0, bool amsgrad = false, bool maximize = false)
        : base(Checked(new Options
        {
            LearningRate = lr,
            beta1 = beta1,
            beta2 = beta2,
            eps = eps,
            weight_decay = weight_decay,
            amsgrad = amsgrad,
            maximize = maximize,
        }))
    {
        foreach (var group in parameters)
        {
            add_param_group(group);
        }
    }

    /// <summary>The first group's decay rates of the two means; setting them sets every group's.</summary>
    public (double, double) Betas
    {
        get => Groups.Select(group => (Options)group.Options).Select(options => (options.beta1!.Value, options.beta2!.Value)).First();
        set
        {
            foreach (var options in Groups.Select(group => (Options)group.Options))
            {
                (options.beta1, options.beta2) = value;
            }
        }
    }

    public override Tensor? step(Func<Tensor>? closure = null) => Step(closure);

    private protected override OptimizerOptions Complete(OptimizerOptions options, OptimizerOptions defaults)
        => Checked(Options.Complete(options, (Options)defaults));

    private protected override OptimizerState NewState(Parameter parameter) => new State(parameter);

    private protected override void Update(OptimizerOptions options, IReadOnlyList<ParameterUpdate> updates)
        => ((Options)options).Settings.Update(updates);

    private static Options Checked(Options options)
    {
        NumberRange.RequireNonNegative(options.LearningRate, "learning rate");
        NumberRange.RequireNonNegative(options.eps, "epsilon");
        NumberRange.RequireNonNegative(options.weight_decay, "weight decay");
        NumberRange.RequireBelowOne(options.beta1, "first beta");
        NumberRange.RequireBelowOne(options.beta2, "second beta");
        return options;
    }
}
