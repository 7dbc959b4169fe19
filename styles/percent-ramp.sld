<?xml version="1.0" encoding="UTF-8"?>
<StyledLayerDescriptor version="1.0.0"
    xsi:schemaLocation="http://www.opengis.net/sld http://schemas.opengis.net/sld/1.0.0/StyledLayerDescriptor.xsd"
    xmlns="http://www.opengis.net/sld"
    xmlns:ogc="http://www.opengis.net/ogc"
    xmlns:xlink="http://www.w3.org/1999/xlink"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <NamedLayer>
    <Name>percent-ramp</Name>
    <UserStyle>
      <Name>percent-ramp</Name>
      <Title>Share of the fine earth (%)</Title>
      <Abstract>For maps of sand or clay. Draws band 1; ENV=band:2 in a request chooses another.</Abstract>
      <FeatureTypeStyle>
        <Rule>
          <RasterSymbolizer>
            <Opacity>1.0</Opacity>
            <ChannelSelection>
              <GrayChannel>
                <SourceChannelName>
                  <ogc:Function name="env">
                    <ogc:Literal>band</ogc:Literal>
                    <ogc:Literal>1</ogc:Literal>
                  </ogc:Function>
                </SourceChannelName>
              </GrayChannel>
            </ChannelSelection>
            <ColorMap type="ramp">
              <ColorMapEntry color="#FFFFE5" quantity="0" label="0"/>
              <ColorMapEntry color="#FEE391" quantity="25" label="25"/>
              <ColorMapEntry color="#FE9929" quantity="50" label="50"/>
              <ColorMapEntry color="#CC4C02" quantity="75" label="75"/>
              <ColorMapEntry color="#662506" quantity="100" label="100"/>
            </ColorMap>
          </RasterSymbolizer>
        </Rule>
      </FeatureTypeStyle>
    </UserStyle>
  </NamedLayer>
</StyledLayerDescriptor>
