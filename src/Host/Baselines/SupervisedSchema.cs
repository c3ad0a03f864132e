using Mpuc.Host.Training;

namespace Mpuc.Host.Baselines;

/// <summary>The options of one supervised baseline, with that baseline's defaults.</summary>
internal sealed class SupervisedSchema
{
    private readonly Option<int> _epochs;
    private readonly Option<int> _batchSize;
    private readonly Option<int> _stepEpochs;
    private readonly Option<string> _optimizer = Option.Choice(
        "optimizer", "sgd", ["sgd", "adamw"], "SGD with momentum (paper), or AdamW.");
    private readonly Option<double> _learningRate = Option.Number("learningRate", 0.001, "The learning rate at the start.", 1e-9, 1000);
    private readonly Option<double> _momentum = Option.Number("momentum", 0.9, "The momentum of SGD.", 0, 0.9999);
    private readonly Option<double> _weightDecay = Option.Number("weightDecay", 0.001, "The weight decay.", 0, 1000);
    private readonly Option<double> _decay = Option.Number(
        "decay", 0.9, "The factor on the learning rate at each step of the schedule.", 1e-6, 1);
    private readonly Option<int> _hidden = Option.Integer(
        "hidden", 1024, "Width of the classifier's hidden layer (fc + ReLU + fc).", 1, 65536);
    private readonly Option<int>? _heads;

    /// <summary>Declares the options.</summary>
    public SupervisedSchema(int epochs, int batchSize, int stepEpochs, bool hasHeads = false)
    {
        _epochs = Option.Integer("epochs", epochs, "Passes over the training recordings, at most; never more than training.epochs.", 1);
        _batchSize = Option.Integer("batchSize", batchSize, "Recordings per step.", 2);
        _stepEpochs = Option.Integer("stepEpochs", stepEpochs, "Epochs between two steps of the schedule.", 1);
        _heads = hasHeads ? Option.Integer("heads", 8, "Attention heads; they must divide the 512 features.", 1, 512) : null;
        Option[] shared = [_epochs, _batchSize, _optimizer, _learningRate, _momentum, _weightDecay, _stepEpochs, _decay, _hidden];
        Schema = new OptionSchema(_heads is null ? shared : [.. shared, _heads]);
        Defaults = From(new OptionValues(Schema));
    }

    /// <summary>The options.</summary>
    public OptionSchema Schema { get; }

    /// <summary>All defaults.</summary>
    public SupervisedOptions Defaults { get; }

    /// <summary>Reads checked values.</summary>
    /// <param name="values">Values of <see cref="Schema"/>.</param>
    public SupervisedOptions From(OptionValues values) => new()
    {
        Epochs = values.Get(_epochs),
        BatchSize = values.Get(_batchSize),
        Optimizer = values.Get(_optimizer) == "adamw" ? OptimizerKind.AdamW : OptimizerKind.Sgd,
        LearningRate = values.Get(_learningRate),
        Momentum = values.Get(_momentum),
        WeightDecay = values.Get(_weightDecay),
        StepEpochs = values.Get(_stepEpochs),
        Decay = values.Get(_decay),
        Hidden = values.Get(_hidden),
        Heads = _heads is null ? 8 : values.Get(_heads),
    };
}
