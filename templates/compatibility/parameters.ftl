
    /// <summary>Supplies parameters that no binding of the worker supplies. An error is thrown: a failed conversion would be null.</summary>
    [ExcludeFromCodeCoverage]
    internal sealed class InProcessParameters : IInputConverter
    {
<#if model.parts.userLogger>
        private readonly ILoggerFactory _loggers;

        public InProcessParameters(ILoggerFactory loggers)
        {
            _loggers = loggers;
        }

</#if>
        public ValueTask<ConversionResult> ConvertAsync(ConverterContext context)
        {
            var type = context.TargetType;
<#include "parameter-types.ftl">
            return Leave();
        }
<#if model.parts.triggers>
<#include "parameter-triggers.ftl">
</#if>
<#include "parameter-sources.ftl">

        private static ValueTask<ConversionResult> Supply(object value)
        {
            return new ValueTask<ConversionResult>(ConversionResult.Success(value));
        }
<#if model.parts.readsBody>

        private static async ValueTask<ConversionResult> SupplyAsync(Task<object> value)
        {
            return ConversionResult.Success(await value);
        }
</#if>

        private static ValueTask<ConversionResult> Leave()
        {
            return new ValueTask<ConversionResult>(ConversionResult.Unhandled());
        }
    }
