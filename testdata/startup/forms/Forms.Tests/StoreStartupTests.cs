using System.Linq;
using Microsoft.Azure.Functions.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection;
using Moq;
using Xunit;

namespace Forms.Tests
{
    // A double of the builder: what startup classes are given must be an interface.
    public class StoreStartupTests
    {
        [Fact]
        public void RegistersTheStore()
        {
            var services = new ServiceCollection();
            var builder = new Mock<IFunctionsHostBuilder>();
            builder.Setup(one => one.Services).Returns(services);

            new StoreStartup().Configure(builder.Object);

            Assert.Contains(services, service => service.ServiceType == typeof(IStore));
        }
    }
}
