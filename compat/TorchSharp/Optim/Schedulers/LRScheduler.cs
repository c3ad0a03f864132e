using System.Globalization;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Schedules of the learning rate, stepped once an epoch (or batch) after the optimizer.</summary>
        public static partial class lr_scheduler
        {
            /// <summary>The base of the schedules. A schedule sets the rates for epoch 0 when it is made.</summary>
            public abstract class LRScheduler
            {
                private readonly bool _verbose;
                private List<double> _lastRates = [];

                /// <summary>For schedules made of others.</summary>
                protected LRScheduler()
                {
                }

                /// <param name="optimizer">Whose rates are set.</param>
                /// <param name="last_epoch">The epoch to go on from; -1 to start, from the optimizer's present rates.</param>
                /// <param name="verbose">Whether every change is written to standard output.</param>
                protected LRScheduler(Optimizer optimizer, int last_epoch = -1, bool verbose = false)
                {
                    _verbose = verbose;
                    Groups = [.. optimizer.ParamGroups];
                    LastEpoch = last_epoch;
                    foreach (var group in Groups.OfType<ParamGroup>())
                    {
                        group.StartSchedule(last_epoch == -1);
                    }

                    BaseRates = [.. Groups.Select(group => group.InitialLearningRate)];
                }

                /// <summary>How often the schedule was stepped, the step for epoch 0 included.</summary>
                protected int _step_count;

                internal int LastEpoch { get; set; }

                internal IReadOnlyList<ILearningRateController> Groups { get; } = [];

                private protected IReadOnlyList<double> BaseRates { get; } = [];

                private protected IEnumerable<double> Rates => Groups.Select(group => group.LearningRate);

                /// <summary>Sets the rates of the next epoch.</summary>
                public virtual void step()
                {
                    _step_count++;
                    LastEpoch++;
                    Set(get_lr());
                }

                /// <summary>Sets the rates of a given epoch; of the next one if null.</summary>
                public virtual void step(int? epoch)
                {
                    if (epoch is not { } given)
                    {
                        step();
                        return;
                    }

                    _step_count++;
                    LastEpoch = given;
                    Set(get_closed_form_lr());
                }

                /// <summary>For schedules that follow a measure; the others take no notice of it.</summary>
                public virtual void step(double current, int? epoch = null) => step(epoch);

                /// <summary>The rates last set, one for every group.</summary>
                public IEnumerable<double> get_last_lr() => _lastRates;

                /// <summary>The rates of this epoch, from those of the epoch before; unchanged unless a schedule says otherwise.</summary>
                protected virtual IEnumerable<double> get_lr() => Rates;

                /// <summary>The rates of this epoch, from the optimizer's rates at the start.</summary>
                protected virtual IEnumerable<double> get_closed_form_lr() => get_lr();

                internal void Restart()
                {
                    _step_count = 0;
                    foreach (var group in Groups)
                    {
                        group.LearningRate = group.InitialLearningRate;
                    }

                    step();
                }

                private protected void Remember(IEnumerable<double> rates) => _lastRates = [.. rates];

                private protected void Set(IEnumerable<double> rates)
                {
                    Remember(rates);
                    for (var i = 0; i < Groups.Count; i++)
                    {
                        if (_verbose && Groups[i].LearningRate != _lastRates[i])
                        {
                            Console.WriteLine(string.Create(
                                CultureInfo.InvariantCulture, $"Epoch {LastEpoch}: group {i} has the learning rate {_lastRates[i]:g4}."));
                        }

                        Groups[i].LearningRate = _lastRates[i];
                    }
                }
            }
        }
    }
}
