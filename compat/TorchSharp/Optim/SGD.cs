using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Stochastic gradient descent with momentum (Sutskever et al. 2013).</summary>
public partial class SGD : OptimizerHelper, optim.IMomentum
{
    public SGD(
        IEnumerable<Parameter> parameters, double lr, double momentum = 0, double dampening = 0, double weight_decay = 0,
        bool nesterov = false, bool maximize = false)
        : this([new ParamGroup { Parameters = parameters }], lr, momentum, dampening, weight_decay, nesterov, maximize)
    {
    }

    public SGD(
        IEnumerable<ParamGroup> parameters, double lr, double momentum = 0, double dampening = 0, double weight_decay = 0,
        bool nesterov = false, bool maximize = false)
        : base(Checked(new Options
        {
            LearningRate = lr,
            momentum = momentum,
            dampening = dampening,
            weight_decay = weight_decay,
            nesterov = nesterov,
            maximize = maximize,
        }))
    {
        foreach (var group in parameters)
        {
            add_param_group(group);
        }
    }

    /// <summary>The first group's momentum; setting it sets every group's.</summary>
    public double Momentum
    {
        get => Groups.Select(group => (Options)group.Options).First().momentum!.Value;
        set
        {
            foreach (var options in Groups.Select(group => (Options)group.Options))
            {
                options.momentum = value;
            }
        }
    }

    public override Tensor? step(Func<Tensor>? closure = null) => Step(closure);

    private protected override OptimizerOptions Complete(OptimizerOptions options, OptimizerOptions defaults)
        => Checked(Options.Complete(options, (Options)defaults));

    private protected override OptimizerState NewState(Parameter parameter) => new State(parameter);

    private protected override void Update(OptimizerOptions options, IReadOnlyList<ParameterUpdate> updates)
    {
        var group = (Options)options;
        var (rate, momentum, decay) = (group.LearningRate!.Value, group.momentum!.Value, group.weight_decay!.Value);
        if (momentum != 0 && group.maximize != true && FusedSgd.Covers(updates))
        {
            FusedSgd.Step(updates, rate, momentum, group.dampening!.Value, decay, group.nesterov == true);
            return;
        }

        Tensor[] parameters = [.. updates.Select(update => update.Parameter)];
        Tensor[] gradients = [.. updates.Select(update => update.Gradient)];
        if (group.maximize == true)
        {
            gradients = Foreach.Neg(gradients);
        }

        if (decay != 0)
        {
            gradients = Foreach.Add(gradients, parameters, decay);
        }

        if (momentum != 0)
        {
            var velocities = Accelerate(updates, gradients, momentum, group.dampening!.Value);
            gradients = group.nesterov == true ? Foreach.Add(gradients, velocities, momentum) : velocities;
        }

        Foreach.AddInPlace(parameters, gradients, -rate);
    }

    /// <summary>velocity = momentum velocity + (1 - dampening) gradient; the gradient itself in a parameter's first step.</summary>
    private static Tensor[] Accelerate(IReadOnlyList<ParameterUpdate> updates, Tensor[] gradients, double momentum, double dampening)
    {
        var moving = Enumerable.Range(0, updates.Count).Where(i => ((State)updates[i].State).momentum_buffer is not null).ToList();
        if (moving.Count > 0)
        {
            Tensor[] velocities = [.. moving.Select(i => ((State)updates[i].State).momentum_buffer!)];
            Foreach.MulInPlace(velocities, momentum);
            Foreach.AddInPlace(velocities, [.. moving.Select(i => gradients[i])], 1 - dampening);
        }

        return [.. updates.Select((update, i) => ((State)update.State).StartFrom(gradients[i]))];
    }

    private static Options Checked(Options options)
    {
        NumberRange.RequireNonNegative(options.LearningRate, "learning rate");
        NumberRange.RequireNonNegative(options.momentum, "momentum");
        NumberRange.RequireNonNegative(options.weight_decay, "weight decay");
        return options.nesterov == true && (options.momentum <= 0 || options.dampening != 0)
            ? throw new ArgumentException("Nesterov's momentum needs a momentum and no dampening.")
            : options;
    }
}
