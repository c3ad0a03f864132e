namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public static partial class lr_scheduler
        {
            public static partial class impl
            {
                /// <summary>
                /// Raises the rates and then lowers them far below the start, stepped once a batch (Smith and Topin 2018); the momentum,
                /// if it is cycled, goes the other way.
                /// </summary>
                public class OneCycleLR : LRScheduler
                {
                    private readonly double[] _highest;
                    private readonly double[] _lowestMomentum;
                    private readonly double[] _highestMomentum;
                    private readonly (double End, int From, int To)[] _phases;
                    private readonly double _startDivisor;
                    private readonly double _endDivisor;
                    private readonly bool _cyclesMomentum;
                    private readonly AnnealStrategy _strategy;

                    /// <param name="optimizer">Whose rates are set.</param>
                    /// <param name="max_lr">The highest rate of all groups.</param>
                    /// <param name="total_steps">Steps in all; or else both of the next.</param>
                    /// <param name="epochs">Epochs in all.</param>
                    /// <param name="steps_per_epoch">Steps in an epoch.</param>
                    /// <param name="pct_start">The share of the steps that raise the rate, 0 to 1.</param>
                    /// <param name="anneal_strategy">Along a cosine or a line.</param>
                    /// <param name="cycle_momentum">Whether the momentum is set too.</param>
                    /// <param name="base_momentum">The momentum at the highest rate.</param>
                    /// <param name="max_momentum">The momentum at the start and the end.</param>
                    /// <param name="div_factor">The highest rate over the rate at the start.</param>
                    /// <param name="final_div_factor">The rate at the start over the rate at the end.</param>
                    /// <param name="three_phase">Whether a phase mirrors the rise before the rate falls on.</param>
                    /// <param name="last_epoch">The step to go on from; -1 to start.</param>
                    /// <param name="verbose">Whether every change is written to standard output.</param>
                    public OneCycleLR(
                        Optimizer optimizer, double max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1,
                        double pct_start = 0.3,
                        AnnealStrategy anneal_strategy = AnnealStrategy.Cos, bool cycle_momentum = true, double base_momentum = 0.85,
                        double max_momentum = 0.95, double div_factor = 25, double final_div_factor = 1e4, bool three_phase = false,
                        int last_epoch = -1, bool verbose = false)
                        : this(
                            optimizer, [max_lr], total_steps, epochs, steps_per_epoch, pct_start, anneal_strategy, cycle_momentum,
                            [base_momentum], [max_momentum], div_factor, final_div_factor, three_phase, last_epoch, verbose)
                    {
                    }

                    /// <summary>The same with values for every group.</summary>
                    public OneCycleLR(
                        Optimizer optimizer, IEnumerable<double> max_lr, int total_steps = -1, int epochs = -1, int steps_per_epoch = -1,
                        double pct_start = 0.3, AnnealStrategy anneal_strategy = AnnealStrategy.Cos, bool cycle_momentum = true,
                        IEnumerable<double>? base_momentum = null, IEnumerable<double>? max_momentum = null, double div_factor = 25,
                        double final_div_factor = 1e4, bool three_phase = false, int last_epoch = -1, bool verbose = false)
                        : base(optimizer, last_epoch, verbose)
                    {
                        if (total_steps <= 0 && (epochs <= 0 || steps_per_epoch <= 0))
                        {
                            throw new ArgumentException(
                                "OneCycleLR takes total_steps, or epochs and steps_per_epoch.", nameof(total_steps));
                        }

                        _highest = Spread(max_lr, nameof(max_lr));
                        _lowestMomentum = Spread(base_momentum ?? [0.85], nameof(base_momentum));
                        _highestMomentum = Spread(max_momentum ?? [0.95], nameof(max_momentum));
                        (_startDivisor, _endDivisor) = (div_factor, div_factor * final_div_factor);
                        (_cyclesMomentum, _strategy) = (cycle_momentum, anneal_strategy);
                        _phases = Phases(total_steps > 0 ? total_steps : epochs * steps_per_epoch, pct_start, three_phase);
                        step();
                    }

                    /// <summary>How a value goes from one end of a phase to the other.</summary>
                    public enum AnnealStrategy
                    {
                        /// <summary>Along half a cosine.</summary>
                        Cos,

                        /// <summary>Along a line.</summary>
                        Linear,
                    }

                    protected override IEnumerable<double> get_lr()
                    {
                        var last = _phases[^1].End;
                        if (LastEpoch > last)
                        {
                            throw new InvalidOperationException($"OneCycleLR was made for {last + 1} steps; this is one more.");
                        }

                        var phase = Array.FindIndex(_phases, candidate => LastEpoch <= candidate.End);
                        var start = phase == 0 ? 0 : _phases[phase - 1].End;
                        var share = (LastEpoch - start) / (_phases[phase].End - start);
                        var (from, to) = (_phases[phase].From, _phases[phase].To);
                        for (var group = 0; _cyclesMomentum && group < Groups.Count; group++)
                        {
                            SetMomentum(group, Between(Momentum(group, from), Momentum(group, to), share));
                        }

                        return Enumerable.Range(0, Groups.Count).Select(group => Between(Rate(group, from), Rate(group, to), share));
                    }

                    // The levels of a phase's ends: 0 the start, 1 the top, 2 the end.
                    private static (double End, int From, int To)[] Phases(int steps, double rise, bool three)
                        => three
                            ? [((rise * steps) - 1, 0, 1), ((2 * rise * steps) - 2, 1, 0), (steps - 1, 0, 2)]
                            : [((rise * steps) - 1, 0, 1), (steps - 1, 1, 2)];

                    private double Rate(int group, int level)
                        => level switch
                        {
                            0 => _highest[group] / _startDivisor,
                            1 => _highest[group],
                            _ => _highest[group] / _endDivisor,
                        };

                    private double Momentum(int group, int level) => level == 1 ? _lowestMomentum[group] : _highestMomentum[group];

                    private double Between(double from, double to, double share)
                        => _strategy == AnnealStrategy.Linear
                            ? from + ((to - from) * share)
                            : to + ((from - to) / 2 * (1 + Math.Cos(Math.PI * share)));

                    private void SetMomentum(int group, double momentum)
                    {
                        switch (Groups[group])
                        {
                            case IMomentum controller:
                                controller.Momentum = momentum;
                                break;
                            case IBetas controller:
                                controller.Betas = (momentum, controller.Betas.Item2);
                                break;
                        }
                    }

                    private double[] Spread(IEnumerable<double> values, string what)
                    {
                        double[] list = [.. values];
                        return list.Length == Groups.Count ? list
                            : list.Length == 1 ? [.. Enumerable.Repeat(list[0], Groups.Count)]
                            : throw new ArgumentException($"The optimizer has {Groups.Count} groups, not {list.Length}.", what);
                    }
                }
            }
        }
    }
}
